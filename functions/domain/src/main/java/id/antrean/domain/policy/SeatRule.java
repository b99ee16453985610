package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** One rule of who may take a seat: a refusal, or nothing against it. */
interface SeatRule {
  Optional<Refusal> refuses(Wish wish);
}
