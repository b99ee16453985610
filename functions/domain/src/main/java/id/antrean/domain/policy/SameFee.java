package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** What was paid buys a seat of the same fee, and no other. */
final class SameFee implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.application()
        .booking()
        .paidBill()
        .filter(bill -> !bill.fee().isForTheSameAs(wish.fee()))
        .map(
            bill ->
                new Refusal.OtherFee(
                    !wish.application().isPaidFor(wish.application().dossier().passport())));
  }
}
