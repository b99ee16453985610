package id.antrean.counter;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.KeepLine.Asked;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.SignTickets;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.office.Office;
import id.antrean.domain.policy.CheckInOnTheDay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in: their application is checked in first, and then they join the line. Whoever is
 * checked in and not in the line, since a store was down in between, joins it when they are checked
 * in once more; whoever is in it hears their number.
 */
@Singleton
public final class CheckIn {
  /** So many other steps of the line may be faster, one after the other. */
  private static final int ATTEMPTS = 50;

  private final FindApplication applications;
  private final ChangeApplication changes;
  private final KeepTickets tickets;
  private final SignTickets signatures;
  private final KeepLine lines;
  private final Clock clock;

  public CheckIn(
      FindApplication applications,
      SaveApplication save,
      KeepTickets tickets,
      SignTickets signatures,
      KeepLine lines,
      Clock clock) {
    this.applications = applications;
    this.changes = new ChangeApplication(applications, save::save);
    this.tickets = tickets;
    this.signatures = signatures;
    this.lines = lines;
    this.clock = clock;
  }

  /** Somebody who has come, and the number by which they are called. */
  public record Arrival(Application application, int number) {}

  /**
   * Checks somebody in.
   *
   * @param key a repeat under the same key has the answer of the first; null for no key
   * @throws Unavailable when a store did not take part; asking again brings it to its end
   */
  public Outcome<Arrival> checkIn(
      Office office, Presented presented, Actor.Staff by, @Nullable Key key) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, office.zone());
    Optional<Outcome<Arrival>> repeat =
        key == null
            ? Optional.empty()
            : lines.asked(office.id(), today, key.key(), now).map(asked -> repeated(key, asked));
    return repeat.orElseGet(
        () ->
            ticket(presented)
                .then(ticket -> found(presented, ticket))
                .then(found -> checkIn(office, found, by, key)));
  }

  /** Whoever came then may have been let go since: there is nobody to call by that number. */
  private Outcome<Arrival> repeated(Key key, KeepLine.Asked asked) {
    return key.isOf(asked)
        ? application(asked.application())
            .then(
                application ->
                    application.booking().place().isPresent()
                        ? Outcome.done(new Arrival(application, asked.number()))
                        : Outcome.refused(new Refusal.WrongStatus(application.status())))
        : Outcome.refused(new Refusal.KeyReused());
  }

  // ---- Who it is ----

  private Outcome<Optional<Ticket>> ticket(Presented presented) {
    return switch (presented) {
      case Presented.Scanned(String text) ->
          signatures
              .read(text)
              .map(ticket -> Outcome.done(Optional.of(ticket)))
              .orElseGet(() -> Outcome.refused(new Refusal.TicketForged()));
      case Presented.Typed(var code) ->
          tickets
              .by(code)
              .map(ticket -> Outcome.done(Optional.of(ticket)))
              .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
      case Presented.Listed _ -> Outcome.done(Optional.empty());
    };
  }

  private Outcome<Application> found(Presented presented, Optional<Ticket> ticket) {
    if (presented instanceof Presented.Listed(ApplicationId listed)) {
      return application(listed);
    }
    return ticket
        .map(
            shown ->
                application(shown.application())
                    .then(
                        found ->
                            found.booking().place().filter(shown::isFor).isPresent()
                                ? Outcome.done(found)
                                : Outcome.<Application>refused(new Refusal.TicketVoid())))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private Outcome<Application> application(ApplicationId id) {
    return applications
        .find(id)
        .<Outcome<Application>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  // ---- Letting them in ----

  private Outcome<Arrival> checkIn(
      Office office, Application found, Actor.Staff by, @Nullable Key key) {
    if (!isHere(office, found)) {
      Optional<Refusal> refusal =
          mayCome(office, found).or(() -> isFull(office, found) ? full() : Optional.empty());
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
    }
    AtomicInteger letIn = new AtomicInteger();
    return changes
        .change(
            new Wanted(found.id(), by, null),
            application -> {
              boolean letInBefore = isHere(office, application);
              if (letInBefore) {
                letIn.set(0);
              }
              return letInBefore;
            },
            application -> {
              letIn.set(application.version() + 1);
              return decide(office, application, by);
            })
        .then(here -> join(here, key, here.version() == letIn.get()));
  }

  private Optional<Refusal> mayCome(Office office, Application application) {
    return new CheckInOnTheDay(office).refuses(application, clock.instant());
  }

  private boolean isFull(Office office, Application application) {
    return application
        .booking()
        .seat()
        .map(seat -> lines.find(office.id(), seat.session().date()))
        .filter(Line::isFull)
        .isPresent();
  }

  private static Optional<Refusal> full() {
    return Optional.of(new Refusal.LineFull());
  }

  /** Checked in today at this office. */
  private boolean isHere(Office office, Application application) {
    return application.booking().state() instanceof CheckedIn(Seat seat, _)
        && seat.session().office().equals(office.id())
        && seat.session().date().equals(LocalDate.ofInstant(clock.instant(), office.zone()));
  }

  private Decision decide(Office office, Application application, Actor.Staff by) {
    Optional<Refusal> refusal = mayCome(office, application);
    return refusal.isEmpty() && application.booking().state() instanceof Confirmed came
        ? new Become(application, application.checkIn(came, by, clock.instant()))
        : new Refuse(refusal.orElseGet(() -> new Refusal.WrongStatus(application.status())));
  }

  /**
   * Joins the line. Whoever is in it from an earlier visit of the same day, which was opened again
   * since, joins it anew.
   *
   * @param now whether they were let in by this very request
   */
  private Outcome<Arrival> join(Application here, @Nullable Key key, boolean now) {
    if (!(here.booking().state() instanceof CheckedIn(Seat seat, Instant at))) {
      return Outcome.refused(new Refusal.WrongStatus(here.status()));
    }
    Key remembered = key;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Line line = lines.find(seat.session().office(), seat.session().date());
      Optional<Visitor> known =
          line.visitor(here.id())
              .filter(it -> it.session().equals(seat.session()) && it.arrivedAt().equals(at));
      if (known.isPresent()) {
        return now
            ? Outcome.done(new Arrival(here, known.get().number()))
            : Outcome.refused(new Refusal.AlreadyCheckedIn(known.get().number()));
      }
      Line others = line.without(here.id());
      if (others.isFull()) {
        return Outcome.refused(new Refusal.LineFull());
      }
      Line joined = here.isMadeAtDesk() ? others.walkedIn(seat, at) : others.joined(seat, at);
      Visitor visitor = joined.visitor(here.id()).orElseThrow();
      Asked asked = remembered == null ? null : remembered.about(visitor);
      if (lines.keep(line, joined, asked, clock.instant())) {
        return Outcome.done(new Arrival(here, visitor.number()));
      }
      if (remembered != null && isUsed(remembered, line)) {
        // For somebody else, at this very moment: this one is let in all the same.
        remembered = null;
      }
    }
    throw new Unavailable("the line changed again and again while somebody joined it");
  }

  private boolean isUsed(Key key, Line line) {
    return lines.asked(line.office(), line.date(), key.key(), clock.instant()).isPresent();
  }
}
