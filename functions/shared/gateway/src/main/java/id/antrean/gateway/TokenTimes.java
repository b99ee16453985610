package id.antrean.gateway;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issuer and the times of a token. Beyond the library's {@code exp} and {@code nbf}: a token
 * without an end would be for ever, and the library takes {@code "exp": null} for one that has an
 * end; a token made in the future was made by no clock. Real time, as the issuer's.
 */
final class TokenTimes extends DefaultJWTClaimsVerifier<SecurityContext> {

  TokenTimes(String issuer) {
    super(new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
  }

  @Override
  public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
      throws BadJWTException {
    super.verify(claims, context);
    if (claims.getExpirationTime() == null) {
      throw new BadJWTException("no end");
    }
    Date issued = claims.getIssueTime();
    if (issued != null
        && issued.toInstant().isAfter(currentTime().toInstant().plusSeconds(getMaxClockSkew()))) {
      throw new BadJWTException("issued in the future");
    }
  }
}
