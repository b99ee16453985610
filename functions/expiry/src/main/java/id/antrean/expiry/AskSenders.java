package id.antrean.expiry;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.gateway.EventLog;
import id.antrean.senders.Aggregators;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.PayableCodes.Wanted;
import id.antrean.senders.Untold;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the aggregators that gave out a code. Money that they have is put on the queue of notices,
 * as if they had told us: the one place that settles does so, and the hold waits for it.
 */
@Singleton
public final class AskSenders implements AskBeforeExpiring {
  private final Aggregators aggregators;
  private final AskSenderLater notices;
  private final SaveApplication save;
  private final EventLog log;
  private final Clock clock;

  public AskSenders(
      Aggregators aggregators,
      AskSenderLater notices,
      SaveApplication save,
      EventLog log,
      Clock clock) {
    this.aggregators = aggregators;
    this.notices = notices;
    this.save = save;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Answer ask(Application application) {
    Answer answer = Answer.NOT_PAID;
    for (Bill bill : application.booking().bills()) {
      PaymentCode code = bill.paymentCode();
      if (code != null && code.mayBePaid()) {
        switch (seen(bill, code)) {
          case PayableCodes.Paid(RawNotification told) -> {
            handOn(told);
            return Answer.PAID;
          }
          case PayableCodes.Silent() -> answer = Answer.NO_ANSWER;
          case PayableCodes.Unpaid() -> {}
        }
      }
    }
    return answer;
  }

  /** It is found, and measured, once more until it is settled. */
  private void handOn(RawNotification told) {
    notices.later(new WaitingNotice.Captured(told), Duration.ZERO);
    log.measure(CurrentRequest.id(), Untold.by(told.aggregator()));
  }

  /** A code of the bill that is to be paid for a seat that is held stays alive. */
  @Override
  public boolean endCodes(Application application) {
    Instant now = clock.instant();
    List<Bill> ended = new ArrayList<>();
    boolean all = true;
    for (Bill bill : application.booking().bills()) {
      PaymentCode code = bill.paymentCode();
      boolean over = code != null && !now.isBefore(code.expiresAt());
      if (code != null && code.mayBePaid() && (over || application.booking().hasStrayCode(bill))) {
        switch (end(bill, code, now)) {
          case PayableCodes.Gone() -> ended.add(bill.with(code.ended(now)));
          case PayableCodes.Paid(RawNotification told) -> handOn(told);
          case PayableCodes.Silent() -> all = false;
        }
      }
    }
    note(application, ended);
    return all;
  }

  /** What paid its bill is paid once, and whoever may still be asking for a code is left alone. */
  private PayableCodes.Ended end(Bill bill, PaymentCode code, Instant now) {
    Bill.Payment payment = bill.payment();
    if (payment != null && payment.aggregator().equals(code.offer().aggregator())) {
      return new PayableCodes.Gone();
    }
    if (code.isBeingAsked(now)) {
      return new PayableCodes.Silent();
    }
    try {
      return codesOf(code).end(wanted(bill, code), now);
    } catch (Unavailable keys) {
      return new PayableCodes.Silent();
    }
  }

  private PayableCodes.Seen seen(Bill bill, PaymentCode code) {
    try {
      return codesOf(code).see(wanted(bill, code), clock.instant());
    } catch (Unavailable keys) {
      return new PayableCodes.Silent();
    }
  }

  /** Overtaken, it is not noted, and ended once more by who comes next: that is no harm. */
  private void note(Application application, List<Bill> ended) {
    Application noted = application;
    for (Bill bill : ended) {
      noted = noted.billNoted(bill);
    }
    if (!ended.isEmpty()) {
      var _ = save.save(Change.of(application, noted.asOneStepFrom(application)));
    }
  }

  private static Wanted wanted(Bill bill, PaymentCode code) {
    return new Wanted(bill.code(), code, bill.amount());
  }

  /** An aggregator that is none of ours any more is asked nothing. */
  private PayableCodes codesOf(PaymentCode code) {
    return aggregators
        .named(code.offer().aggregator())
        .flatMap(sender -> sender.codes())
        .orElse(NOBODYS);
  }

  private static final PayableCodes NOBODYS =
      new PayableCodes() {
        @Override
        public Issued issue(Wanted code, Instant now) {
          return new Declined();
        }

        @Override
        public Ended end(Wanted code, Instant now) {
          return new Gone();
        }

        @Override
        public Seen see(Wanted code, Instant now) {
          return new Unpaid();
        }
      };
}
