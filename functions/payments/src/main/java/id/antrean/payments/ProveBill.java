package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.KeepResolution;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.settlement.TreasuryReconciliation.Proof;
import id.antrean.senders.treasury.Treasury;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the treasury's number on the bill that a receipt proves, and the receipt into the books.
 * Doing it again changes nothing.
 */
@Singleton
final class ProveBill {
  private static final Actor.Service PAYMENTS = new Actor.Service("payments");

  private final FindBilled billed;
  private final ChangeApplication changes;
  private final KeepNotification keep;
  private final KeepResolution resolutions;
  private final Clock clock;

  ProveBill(
      FindBilled billed,
      FindApplication applications,
      SaveApplication save,
      KeepNotification keep,
      KeepResolution resolutions,
      Clock clock) {
    this.billed = billed;
    this.changes = new ChangeApplication(applications, save::save);
    this.keep = keep;
    this.resolutions = resolutions;
    this.clock = clock;
  }

  /** First on the bill, then in the books: what is in the books has been done. */
  void provedBy(Proof proof) {
    Instant now = clock.instant();
    billed
        .by(paidBy(proof.payment()))
        .ifPresent(
            application -> {
              var _ = changes.follow(application.id(), PAYMENTS, it -> numbered(it, proof));
            });
    var _ = keep.resolve(Treasury.notice(proof.receipt(), now).noted());
  }

  /** The bill that such money pays: its own, or the one that people moved it to. */
  private String paidBy(NoticeRow payment) {
    return resolutions
        .resolutionOf(payment.id())
        .map(Resolution::target)
        .map(BillingCode::value)
        .orElse(payment.id().reference());
  }

  /** The bill that is paid by just that payment; money that settles none has no bill of its own. */
  private static Decision numbered(Application application, Proof proof) {
    Optional<Bill> bill =
        application.booking().bills().stream()
            .filter(it -> isPaidBy(it.payment(), proof.payment()))
            .findFirst();
    return bill.isEmpty()
        ? new Stay()
        : new Become(
            application, application.billNoted(bill.get().provedBy(proof.receipt().paymentId())));
  }

  private static boolean isPaidBy(Bill.@Nullable Payment payment, NoticeRow row) {
    return payment != null
        && payment.ntpn() == null
        && payment.aggregator().equals(row.id().aggregator())
        && payment.paymentId().equals(row.paymentId());
  }
}
