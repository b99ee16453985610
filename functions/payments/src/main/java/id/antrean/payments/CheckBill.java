package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.EventLog;
import id.antrean.payments.AcceptNotification.Stored;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.PayableCodes.Wanted;
import id.antrean.senders.Untold;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * "I have paid": the aggregators are asked now whether money came for the bills of an application,
 * and what they say counts as if they had told us. So is what they told us and have not confirmed
 * yet.
 */
@Singleton
public final class CheckBill {
  private final FindApplication applications;
  private final FindNotices notices;
  private final Aggregators aggregators;
  private final ReceivePayment receive;
  private final AcceptNotification accept;
  private final SpendAllowance allowances;
  private final EventLog log;
  private final Clock clock;

  public CheckBill(
      FindApplication applications,
      FindNotices notices,
      Aggregators aggregators,
      ReceivePayment receive,
      AcceptNotification accept,
      SpendAllowance allowances,
      EventLog log,
      Clock clock) {
    this.applications = applications;
    this.notices = notices;
    this.aggregators = aggregators;
    this.receive = receive;
    this.accept = accept;
    this.allowances = allowances;
    this.log = log;
    this.clock = clock;
  }

  /** The application after; one without a bill has nothing to be found. */
  public Outcome<Application> check(ApplicationId id, Actor.Applicant by) {
    Optional<Application> found =
        applications
            .find(id)
            .filter(it -> it.belongsTo(by))
            .filter(it -> !it.booking().bills().isEmpty());
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    if (found.get().booking().paid()) {
      return Outcome.done(found.get());
    }
    Optional<Refusal> refusal = allowances.spend(Allowance.BILL_CHECK, id.value());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    found.get().booking().bills().forEach(this::ask);
    return applications
        .find(id)
        .<Outcome<Application>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private void ask(Bill bill) {
    notices.ofBill(bill.code()).stream()
        .filter(notice -> notice.state() == State.RECEIVED)
        .forEach(this::askAgain);
    for (Aggregator sender : aggregators.all()) {
      if (look(sender, bill).orElse(null) instanceof PayableCodes.Paid(RawNotification told)) {
        take(told);
      }
    }
  }

  /** A notice that waits has a message of its own, whatever comes of asking now. */
  private void askAgain(StoredNotification notice) {
    aggregators
        .named(notice.raw().aggregator())
        .ifPresent(
            sender -> {
              var _ = receive.receive(sender, notice.notification(), notice.raw());
            });
  }

  /** What is stored as it came was not known before. */
  private void take(RawNotification told) {
    aggregators
        .named(told.aggregator())
        .ifPresent(
            sender -> {
              if (accept.accept(sender, told) instanceof Stored(StoredNotification stored)
                  && stored.raw().equals(told)) {
                log.measure(CurrentRequest.id(), Untold.by(sender.name()));
              }
            });
  }

  /**
   * Under the code that it made, where it made one; else whoever paid the bill's own code there.
   */
  private Optional<PayableCodes.Seen> look(Aggregator sender, Bill bill) {
    PaymentCode code = bill.paymentCode();
    Instant now = clock.instant();
    return code != null && code.offer().aggregator().equals(sender.name())
        ? sender.codes().map(codes -> codes.see(new Wanted(bill.code(), code, bill.amount()), now))
        : sender.money().map(money -> money.seeBill(bill.code(), now));
  }
}
