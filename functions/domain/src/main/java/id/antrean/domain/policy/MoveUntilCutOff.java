package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** A confirmed seat can be left until the cut-off of the office that has it. */
final class MoveUntilCutOff implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.application()
        .booking()
        .seat()
        .flatMap(
            seat ->
                wish.booked()
                    .flatMap(
                        office ->
                            OfficeCutOff.passed(
                                office, wish.application(), seat.session(), wish.now())));
  }
}
