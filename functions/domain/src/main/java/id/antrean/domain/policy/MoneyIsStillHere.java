package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** Whoever got the money back keeps the seat until somebody decides, and moves it nowhere. */
final class MoneyIsStillHere implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.application().booking().paid()
        ? Optional.empty()
        : Optional.of(new Refusal.WrongStatus(wish.application().status()));
  }
}
