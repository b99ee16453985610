package id.antrean.payments;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;

/**
 * When one person alone does not decide about money.
 *
 * @param above whole rupiah; what is told in another currency, or not at all, counts as more
 */
public record SecondPerson(long above) {
  boolean isNeededFor(StoredNotification notice) {
    PaymentNotification money = notice.notification();
    boolean known =
        money.amount() != PaymentNotification.NOT_TOLD && money.currency().equals("IDR");
    return !known || money.amount() > above;
  }
}
