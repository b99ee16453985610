package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** A confirmed booking moves as often as the office that has it allows. */
final class MovesLeft implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.booked()
        .map(office -> office.rules().rescheduleLimit())
        .filter(limit -> wish.application().booking().history().rescheduled() >= limit)
        .map(Refusal.RescheduleLimit::new);
  }
}
