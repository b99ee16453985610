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

  /** Within it whoever asked is most likely about to have the code. */
  private static final Duration JUST_NOW = Duration.ofSeconds(10);

  private final FindApplication applications;
  private final SaveApplication save;
  private final Aggregators aggregators;
  private final AcceptNotification accept;
  private final SpendAllowance allowances;
  private final CodeWishes wishes;
  private final Clock clock;

  public IssueCode(
      FindApplication applications,
      SaveApplication save,
      Aggregators aggregators,
      AcceptNotification accept,
      SpendAllowance allowances,
      CodeWishes wishes,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.aggregators = aggregators;
    this.accept = accept;
    this.allowances = allowances;
    this.wishes = wishes;
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

  /** Whether there is an aggregator that makes such codes, and knows where it is asked. */
  boolean canBeAsked(PayOffer offer) {
    return codes(offer).isPresent();
  }

  /**
   * The code: the one that is there already, where it is of that kind. Under an idempotency key a
   * repeat that comes after another way was chosen is refused, instead of ending that one's code.
   */
  public Outcome<Payable> issue(
      ApplicationId id, PayOffer offer, Optional<String> key, Actor.Applicant by) {
    boolean admitted = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Outcome<Due> due = due(id, by);
      if (due instanceof Outcome.Refused<Due>(Refusal why)) {
        return Outcome.refused(why);
      }
      Due now = ((Outcome.Done<Due>) due).value();
      Optional<Refusal> reused =
          admitted
              ? Optional.empty()
              : key.flatMap(it -> wishes.refused(id, now.bill(), offer, it));
      if (reused.isPresent()) {
        return Outcome.refused(reused.get());
      }
      Optional<Payable> there = alive(now, offer);
      if (there.isPresent()) {
        return Outcome.done(there.get());
      }
      Optional<Refusal> tooMany =
          admitted ? Optional.empty() : allowances.spend(Allowance.PAYMENT_CODE, id.value());
      if (tooMany.isPresent()) {
        return Outcome.refused(tooMany.get());
      }
      admitted = true;
      Optional<Look> former = former(now);
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

  /** The code that is there already. */
  private Optional<Payable> alive(Due due, PayOffer offer) {
    PaymentCode code = due.bill().paymentCode();
    return code != null && code.isLive(clock.instant()) && code.isOf(offer)
        ? Optional.of(new Payable(due.bill(), code))
        : Optional.empty();
  }

  /** Empty where no code of the application can be paid any more. */
  private Optional<Look> former(Due due) {
    Instant now = clock.instant();
    for (Bill bill : due.application().booking().bills()) {
      PaymentCode code = bill.paymentCode();
      if (code != null && code.mayBePaid()) {
        return Optional.of(code.isBeingAsked(now) ? isAskedFor(code, now) : end(due, bill, code));
      }
    }
    return Optional.empty();
  }

  private static End isAskedFor(PaymentCode code, Instant now) {
    return now.isBefore(code.since().plus(JUST_NOW))
        ? new End(Outcome.refused(new Refusal.Overtaken(null)))
        : silent(Duration.between(now, code.since().plus(PaymentCode.STILL_ASKING)));
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
      case Given given when !given.isBounded() -> silent(PaymentCode.STILL_ASKING);
      case Given(String code, String qr, String senderId) ->
          live(written.get(), asking, asked.live(code, qr, senderId, now), by);
      case Declined() -> {
        note(written.get(), asking.with(asked.ended(now)));
        yield new End(Outcome.refused(new Refusal.ChannelNotOffered()));
      }
      // Whether it was made nobody knows, or whether it still will be: after a minute it is ended.
      case Silent() -> silent(PaymentCode.STILL_ASKING);
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

  /** The application after; empty when it has moved meanwhile. */
  private Optional<Application> note(Application application, Bill bill) {
    Application after = application.billNoted(bill);
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
