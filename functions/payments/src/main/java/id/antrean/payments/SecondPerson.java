package id.antrean.payments;

import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Resolution.Action;
import id.antrean.domain.payment.Resolution.Wish;
import id.antrean.payments.ResolveException.Exceptional;

/**
 * When one person alone does not decide about money.
 *
 * @param above whole rupiah; what is told in another currency, or not at all, counts as more
 */
public record SecondPerson(long above) {
  /** Who takes too little as it is waives the rest: what is decided about is the whole bill. */
  boolean isNeededFor(Exceptional exceptional, Wish wish) {
    PaymentNotification money = exceptional.notice().notification();
    boolean known =
        money.amount() != PaymentNotification.NOT_TOLD && money.currency().equals("IDR");
    long decided =
        wish.action() == Action.ACCEPT
            ? Math.max(money.amount(), billed(exceptional))
            : money.amount();
    return !known || decided > above;
  }

  private static long billed(Exceptional exceptional) {
    return exceptional.application() == null
        ? 0
        : exceptional.application().booking().bills().stream()
            .filter(
                bill -> bill.code().value().equals(exceptional.notice().notification().reference()))
            .mapToLong(Bill::amount)
            .findFirst()
            .orElse(0);
  }
}
