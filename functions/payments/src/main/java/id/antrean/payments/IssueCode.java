package id.antrean.payments;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.senders.Aggregators;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.PayableCodes.Declined;
import id.antrean.senders.PayableCodes.Given;
import id.antrean.senders.PayableCodes.Gone;
import id.antrean.senders.PayableCodes.Paid;
import id.antrean.senders.PayableCodes.Silent;
import id.antrean.senders.PayableCodes.Wanted;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One live code for a bill. What is going to be asked of an aggregator is written down first, at
 * the version that was read: whoever comes after sees it, and asks for another only when the
 * aggregator has said that this one is dead. A code that somebody may still be asking for is left
 * alone for a minute, longer than any function runs, because it could come to life after it was
 * ended.
 *
 * <p>So at each crash point: before it is written down, nothing was asked; after that it is ended
 * before another is asked for, whether the aggregator made it or not.
 */
@Singleton
public final class IssueCode {
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private final FindApplication applications;
  private final SaveApplication save;
  private final Aggregators aggregators;
  private final AcceptNotification accept;
  private final SpendAllowance allowances;
  private final Clock clock;

  public IssueCode(
      FindApplication applications,
      SaveApplication save,
      Aggregators aggregators,
      AcceptNotification accept,
      SpendAllowance allowances,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.aggregators = aggregators;
    this.accept = accept;
    this.allowances = allowances;
    this.clock = clock;
  }

  /** What is paid by it. */
  public record Payable(Bill bill, PaymentCode code) {}

  /** A held application, with what it has to pay. */
  private record Due(Application application, Held held, Bill bill) {}

  /** How far one look at the application came. */
  private sealed interface Look {}

  /** It has changed meanwhile, or something was done that has to be looked at again. */
  private record Again() implements Look {}

  private record End(Outcome<Payable> outcome) implements Look {}

  /** The code: the one that is there already, where it is of that kind. */
  public Outcome<Payable> issue(ApplicationId id, PayOffer offer, Actor.Applicant by) {
    boolean spent = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Outcome<Due> due = due(id, by);
      if (due instanceof Outcome.Refused<Due>(Refusal why)) {
        return Outcome.refused(why);
      }
      Due now = ((Outcome.Done<Due>) due).value();
      Optional<Look> former = former(now, offer);
      if (former.isEmpty()) {
        Optional<Refusal> refusal =
            spent ? Optional.empty() : allowances.spend(Allowance.PAYMENT_CODE, id.value());
        if (refusal.isPresent()) {
          return Outcome.refused(refusal.get());
        }
        spent = true;
      }
      if (former.orElseGet(() -> ask(now, offer, by)) instanceof End(Outcome<Payable> outcome)) {
        return outcome;
      }
    }
    return Outcome.refused(new Refusal.Overtaken(null));
  }

  private Outcome<Due> due(ApplicationId id, Actor by) {
    Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    Application application = found.get();
    Optional<Bill> bill = application.booking().bill();
    return application.booking().state() instanceof Held held
            && bill.isPresent()
            && clock.instant().isBefore(held.payBy())
        ? Outcome.done(new Due(application, held, bill.get()))
        : Outcome.refused(
            application.booking().paid()
                ? new Refusal.AlreadyPaid(Refusal.AlreadyPaid.Instead.KEEP_MONEY)
                : new Refusal.WrongStatus(application.status()));
  }

  // ---- The former code ----

  /** Empty where no code of the application can be paid any more. */
  private Optional<Look> former(Due due, PayOffer offer) {
    Instant now = clock.instant();
    for (Bill bill : due.application().booking().bills()) {
      PaymentCode code = bill.paymentCode();
      if (code != null && code.mayBePaid()) {
        boolean wanted =
            bill.code().equals(due.bill().code()) && code.isLive(now) && code.isOf(offer);
        return Optional.of(
            wanted
                ? new End(Outcome.done(new Payable(bill, code)))
                : code.isBeingAsked(now)
                    ? silent(Duration.between(now, code.since().plus(PaymentCode.STILL_ASKING)))
                    : end(due, bill, code));
      }
    }
    return Optional.empty();
  }

  private Look end(Due due, Bill bill, PaymentCode code) {
    Instant now = clock.instant();
    Optional<PayableCodes> codes = codes(code.offer());
    if (codes.isEmpty()) {
      return silent(PAUSE);
    }
    return switch (codes.get().end(new Wanted(bill.code(), code, bill.amount()), now)) {
      case Gone() -> {
        note(due.application(), bill.with(code.ended(now)));
        yield new Again();
      }
      case Paid(var told) -> {
        aggregators
            .named(told.aggregator())
            .ifPresent(
                sender -> {
                  var _ = accept.accept(sender, told);
                });
        yield new End(
            Outcome.refused(new Refusal.AlreadyPaid(Refusal.AlreadyPaid.Instead.KEEP_MONEY)));
      }
      case Silent() -> silent(PAUSE);
    };
  }

  // ---- Another ----

  private Look ask(Due due, PayOffer offer, Actor by) {
    Instant now = clock.instant();
    Optional<PayableCodes> codes = codes(offer);
    if (codes.isEmpty()) {
      return new End(Outcome.refused(new Refusal.ChannelNotOffered()));
    }
    Bill asking = due.bill().asking(offer, now, due.held().payBy());
    Optional<Application> written = note(due.application(), asking);
    PaymentCode asked = asking.paymentCode();
    if (written.isEmpty() || asked == null) {
      return new Again();
    }
    Wanted wanted = new Wanted(asking.code(), asked, asking.amount());
    return switch (codes.get().issue(wanted, now)) {
      case Given(String code, String qr, String senderId) ->
          live(written.get(), asking, asked.live(code, qr, senderId, now), by);
      case Declined() -> {
        note(written.get(), asking.with(asked.ended(now)));
        yield new End(Outcome.refused(new Refusal.ChannelNotOffered()));
      }
      case Silent() -> unsure(written.get(), asking, asked, codes.get());
    };
  }

  /** Moved meanwhile, it is looked at again: the code stands as asked for, and is ended first. */
  private Look live(Application application, Bill bill, PaymentCode code, Actor by) {
    Bill payable = bill.with(code);
    Application after = application.codeIssued(payable, code.offer(), by, clock.instant());
    return save.save(Change.of(application, after)) instanceof Saved
        ? new End(Outcome.done(new Payable(payable, code)))
        : endedAtOnce(payable, code);
  }

  /** Nobody else ends what we asked for within the minute, so we do it ourselves. */
  private Look endedAtOnce(Bill bill, PaymentCode code) {
    Wanted wanted = new Wanted(bill.code(), code, bill.amount());
    boolean gone =
        codes(code.offer())
            .map(codes -> codes.end(wanted, clock.instant()))
            .filter(Gone.class::isInstance)
            .isPresent();
    return gone ? new Again() : silent(PaymentCode.STILL_ASKING);
  }

  /** Whether it was made nobody knows: it is ended, and may be asked for again. */
  private Look unsure(Application application, Bill bill, PaymentCode asked, PayableCodes codes) {
    Instant now = clock.instant();
    if (codes.end(new Wanted(bill.code(), asked, bill.amount()), now) instanceof Gone) {
      note(application, bill.with(asked.ended(now)));
      return silent(PAUSE);
    }
    return silent(PaymentCode.STILL_ASKING);
  }

  /** The application after; empty when it has moved meanwhile. */
  private Optional<Application> note(Application application, Bill bill) {
    Application after = application.codeNoted(bill);
    return save.save(Change.of(application, after)) instanceof Saved
        ? Optional.of(after)
        : Optional.empty();
  }

  private Optional<PayableCodes> codes(PayOffer offer) {
    return aggregators.named(offer.aggregator()).flatMap(sender -> sender.codes());
  }

  private static End silent(Duration pause) {
    return new End(Outcome.refused(new Refusal.SenderSilent(pause)));
  }
}
