package id.antrean.gateway;

import java.util.Optional;

/** Tells who a bearer token speaks for. */
public interface VerifyToken {

  /**
   * The caller; empty for a token that cannot be believed, for whatever reason. Throws {@link
   * id.antrean.domain.Unavailable} when the issuer's keys cannot be had.
   */
  Optional<Caller> caller(String token);
}
