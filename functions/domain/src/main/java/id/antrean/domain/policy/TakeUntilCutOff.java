package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** A session takes holds until its office's cut-off. */
final class TakeUntilCutOff implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return OfficeCutOff.passed(wish.office(), wish.application(), wish.session(), wish.now());
  }
}
