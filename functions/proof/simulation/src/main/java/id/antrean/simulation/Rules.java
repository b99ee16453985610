package id.antrean.simulation;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.counter.Visitor.Call;
import id.antrean.domain.counter.Visitor.Place;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.Session;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.memory.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules that never break, as what can be seen of them after every step. Breaking one throws
 * {@link RuleBroken}. What holds only once everything has come to rest is in {@link RulesAtRest}.
 */
final class Rules {
  static final String OVERSOLD = "never oversold";
  static final String LEAKED = "never leaked";
  static final String LOST = "never lost";
  static final String EARLY = "never early";
  static final String FORGOTTEN = "never forgotten";
  static final String TWICE = "never twice";
  static final String UNSEATED = "whoever is bound has the seat";
  static final String GUARD = "one live booking a person";
  static final String FORWARD = "versions and payments only go forward";
  static final String ONE_CODE = "one live code a bill";
  static final String ASKED = "money that its aggregator has wins over expiry";
  static final String SOLD_OUT = "sold out is true";
  static final String BOUNDED = "nothing grows without bound";
  static final String UNSEEN = "what changes nothing for its applicant leaves no trace";
  static final String OPENED_EARLY = "nothing is held before it opens";
  static final String CLOSED = "nobody is bound to a closed session";
  static final String TWO_DESKS = "nobody is called to two desks";
  static final String IN_LINE = "whoever is let in has one place in the line";
  static final String MISSED = "nobody is missed where nobody could be let in";
  static final String BY_HAND = "what an officer has set the calendar leaves";
  static final String AS_SET = "a day is as it was set";
  static final String DESKS_OWN = "what is kept for the desk nobody else has";
  static final String SEAT_STAYS = "a review takes no seat";
  static final String NO_FAULT = "no fault of our own";

  /** What a picture in memory may lag behind. */
  private static final Duration PICTURE = Duration.ofSeconds(1);

  /**
   * @param at when it was seen: what was released by then is more than at any moment before
   */
  void sessionChanged(Session before, Session now, Instant at) {
    boolean claimed = !before.seats().containsAll(now.seats());
    if (claimed && now.seats().size() > now.quota()) {
      throw new RuleBroken(
          OVERSOLD,
          now.id() + " has " + now.seats().size() + " holds at a quota of " + now.quota());
    }
    if (claimed && now.seats().size() > now.opened(at)) {
      throw new RuleBroken(
          OPENED_EARLY,
          now.id() + " has " + now.seats().size() + " holds, and " + now.opened(at) + " opened");
    }
  }

  /** A day that somebody has set is theirs for good. */
  void dayChanged(Setting before, Setting now) {
    if (!before.ofCalendar() && now.ofCalendar()) {
      throw new RuleBroken(BY_HAND, "the calendar has relaid " + now.plan().date());
    }
  }

  void applicationChanged(Application before, Application now, Cast cast) {
    Instant at = cast.world().time.instant();
    if (now.version() <= before.version()) {
      throw new RuleBroken(
          FORWARD, name(now) + " went from " + before.version() + " to " + now.version());
    }
    bounded(now);
    seen(before, now);
    if (payment(before).isPresent()
        && !payment(now).equals(payment(before))
        && !(now.timeline().recent().getLast().event() instanceof Event.PaymentReturned)) {
      throw new RuleBroken(FORWARD, name(now) + " was paid, and is not any more");
    }
    if (now.booking().bills().stream().filter(bill -> bill.state() == Bill.State.PAID).count()
        > 1) {
      throw new RuleBroken(TWICE, name(now) + " is paid twice");
    }
    if (now.timeline().size() > before.timeline().size()) {
      switch (now.timeline().recent().getLast().event()) {
        case Event.HoldExpired _ -> expired(before, at, cast.senders().shop());
        case Event.DocumentAccepted _, Event.DocumentSentBack _, Event.OfficeNoted _ ->
            reviewed(before, now);
        default -> {
          // Whatever else happens is held against what it leaves behind.
        }
      }
    }
  }

  /** People keep their seat, and come once. */
  private static void reviewed(Application before, Application now) {
    if (!now.booking().seat().equals(before.booking().seat())) {
      throw new RuleBroken(SEAT_STAYS, name(now) + " was looked at, and has another seat");
    }
  }

  private static Optional<Bill.Payment> payment(Application application) {
    return application.booking().paidBill().map(Bill::payment);
  }

  private static void bounded(Application now) {
    if (now.timeline().recent().size() > Timeline.MOST) {
      throw new RuleBroken(
          BOUNDED, name(now) + " has " + now.timeline().recent().size() + " entries on it");
    }
  }

  /**
   * A client's version rises with what a client can see, and with nothing else. What becomes of a
   * code is seen where codes are, and not told on the timeline.
   */
  private static void seen(Application before, Application now) {
    boolean changed =
        !now.dossier().equals(before.dossier())
            || !now.booking().state().equals(before.booking().state())
            || !now.booking().bills().equals(before.booking().bills());
    boolean told = now.timeline().size() > before.timeline().size();
    boolean raised = now.revision() > before.revision();
    boolean codesOnly =
        !now.booking().bills().equals(before.booking().bills())
            && withoutCodes(now).equals(withoutCodes(before));
    if (changed != raised || (told != raised && !(codesOnly && raised))) {
      throw new RuleBroken(
          UNSEEN,
          name(now)
              + (raised ? " has another version" : " has the same version")
              + (told ? ", an entry more" : "")
              + (changed ? " and is another" : " and is the same"));
    }
  }

  private static List<Bill> withoutCodes(Application application) {
    return application.booking().bills().stream()
        .map(
            bill ->
                new Bill(
                    bill.code(),
                    bill.fee(),
                    bill.issuedAt(),
                    bill.state(),
                    bill.payment(),
                    bill.receipts()))
        .toList();
  }

  private static void expired(Application before, Instant at, Sender shop) {
    if (!(before.booking().state() instanceof Held held)) {
      throw new RuleBroken(LOST, name(before) + " expired in " + before.status());
    }
    if (at.isBefore(due(held))) {
      throw new RuleBroken(EARLY, name(before) + " expired before " + due(held));
    }
    boolean patient = at.isBefore(due(held).plus(Functions.PATIENCE));
    if (patient
        && before.booking().bills().stream().anyMatch(it -> shop.hasMoneyByCode(it.code()))) {
      throw new RuleBroken(ASKED, name(before) + " expired, and its aggregator has the money");
    }
  }

  /** Whoever stands at a desk is called to another only after they stood back. */
  void lineChanged(Line before, Line now) {
    for (Visitor visitor : now.visitors()) {
      Optional<Call> former =
          before
              .visitor(visitor.number())
              .filter(it -> it.place() == Place.CALLED)
              .map(Visitor::call);
      if (visitor.place() == Place.CALLED
          && former.isPresent()
          && !former.get().desk().equals(Objects.requireNonNull(visitor.call()).desk())) {
        throw new RuleBroken(
            TWO_DESKS,
            visitor.number() + " is called from " + former.get().desk() + " to another desk");
      }
    }
    if (now.lastNumber() < before.lastNumber()
        || now.visitors().stream().map(Visitor::application).distinct().count()
            < now.visitors().size()) {
      throw new RuleBroken(IN_LINE, "a number, or a person, is in the line twice");
    }
  }

  void always(Application application, World world) {
    application
        .booking()
        .place()
        .filter(
            seat ->
                !seat.session().lane().isForApplicants()
                    && !application.isMadeAtDeskOf(seat.session().office()))
        .ifPresent(
            seat -> {
              throw new RuleBroken(
                  DESKS_OWN, name(application) + " is bound to a seat that is kept for the desk");
            });
    application
        .booking()
        .place()
        .filter(seat -> !world.see(seat.session()).seats().contains(seat.hold()))
        .ifPresent(
            seat -> {
              throw new RuleBroken(
                  UNSEATED, name(application) + " is bound to a seat that is free");
            });
  }

  /** What we answered 2xx is stored, or on the queue. */
  void answered(Cast cast) {
    cast.senders().all().forEach(sender -> answered(sender, cast));
  }

  private static void answered(Sender sender, Cast cast) {
    for (String eventId : sender.told()) {
      boolean stored = cast.world().payments.isKept(sender.said(eventId));
      if (!stored && cast.notifications().kept().noneMatch(it -> captured(it, eventId))) {
        throw new RuleBroken(LOST, eventId + " was answered and is nowhere");
      }
    }
  }

  private static boolean captured(WaitingNotice notice, String eventId) {
    return notice instanceof WaitingNotice.Captured(var raw) && raw.body().equals(eventId);
  }

  /** Nobody can pay a bill by two codes at once, nor two bills of one application. */
  void codes(Cast cast) {
    List<SenderCodes.Made> payable = cast.senders().payableCodes();
    if (payable.size() < 2) {
      return;
    }
    for (Application application : cast.world().applications.all()) {
      long live =
          payable.stream()
              .filter(
                  code ->
                      application.booking().bills().stream()
                          .anyMatch(bill -> bill.code().equals(code.bill())))
              .count();
      if (live > 1) {
        throw new RuleBroken(ONE_CODE, name(application) + " can be paid by " + payable);
      }
    }
  }

  /**
   * Whoever is told "sold out" is told what was so while they asked, or at most a second before.
   */
  void told(Outcome<Application> outcome, Session session, Instant lastFull, Instant askedAt) {
    if (outcome instanceof Outcome.Refused<Application>(Refusal.SoldOut _)
        && lastFull.isBefore(askedAt.minus(PICTURE))) {
      throw new RuleBroken(SOLD_OUT, session.id() + " had a free seat");
    }
  }

  /** When a hold that is not paid may be given up: its deadline, and the grace after it. */
  static Instant due(Held held) {
    return held.payBy().plus(Functions.TERMS.grace());
  }

  private static String name(Application application) {
    return Story.words(application.id());
  }
}
