package id.antrean.bench;

import id.antrean.aws.counter.SignedTickets;
import id.antrean.bench.Answer.Fate;
import id.antrean.counter.CallPeople;
import id.antrean.counter.CheckIn;
import id.antrean.counter.EndVisit;
import id.antrean.counter.Presented;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClearSession;
import id.antrean.memory.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An office's day on the real store: people are let in, called and let go by several desks at once,
 * each by the use case that the functions do it by; and a closure of many bookings, as many
 * sessions at once as the template lets it have.
 */
record Visits(Path home, Progress progress) {
  private static final int PEOPLE = 400;
  private static final int DESKS = 8;
  private static final int BOOKINGS = 5000;
  private static final int QUOTA = 500;

  /** As the closing function's event says in the template. */
  private static final int CLOSING_AT_ONCE = 5;

  /** As one message of a closure does. */
  private static final int LET_GO_AT_ONCE = 60;

  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
  private static final Office OFFICE = Samples.CILEGON;
  private static final Actor.Staff OFFICER =
      new Actor.Staff("officer", "budi", Samples.CILEGON.id());

  List<String> measure() {
    progress.tell("Starting the store …");
    try (Store store = Store.start(home)) {
      List<String> lines = new ArrayList<>(day(store));
      lines.add(closure(store));
      return lines;
    }
  }

  // ---- The counter ----

  private List<String> day(Store store) {
    progress.tell("%,d people have a seat on one day …".formatted(PEOPLE));
    SessionId eight = session("08:00");
    List<Application> people = booked(store, "visitor", eight, PEOPLE);
    Clock clock =
        Clock.fixed(
            DAY.atTime(LocalTime.of(7, 30)).atZone(OFFICE.zone()).toInstant(), ZoneOffset.UTC);
    CheckIn checkIn =
        new CheckIn(
            store.applications(),
            store.saves(),
            store.tickets(),
            new SignedTickets(() -> List.of("bench")),
            store.lines(),
            clock);
    CallPeople call = new CallPeople(store.lines(), store.applications(), clock);
    EndVisit end =
        new EndVisit(
            store.applications(), store.arm(), store.seats(), store.saves(), store.lines(), clock);
    Contest desks = new Contest(store.meter(), DESKS);
    return List.of(
        told(
            "check-ins",
            desks,
            number ->
                checkIn.checkIn(
                    OFFICE, new Presented.Listed(people.get(number).id()), OFFICER, null)),
        told("calls", desks, number -> call.next(OFFICE, "desk " + number % DESKS, null)),
        told(
            "outcomes",
            desks,
            number -> end.end(people.get(number).id(), new EndVisit.Completed(), OFFICER, null)));
  }

  private String told(String what, Contest desks, Function<Integer, Outcome<?>> step) {
    progress.tell("%,d %s at %d desks at once …".formatted(PEOPLE, what, DESKS));
    long began = System.nanoTime();
    List<Answer> answers = desks.atOnce(PEOPLE, number -> fate(step.apply(number)));
    double seconds = (System.nanoTime() - began) / 1e9;
    double units =
        answers.stream()
            .flatMap(answer -> answer.calls().stream())
            .mapToDouble(StoreCall::units)
            .sum();
    long done = answers.stream().filter(Answer::won).count();
    return "%-10s %,6.0f a second, %.1f units each, %d of %d done"
        .formatted(what, PEOPLE / seconds, units / PEOPLE, done, PEOPLE);
  }

  private static Fate fate(Outcome<?> outcome) {
    return outcome instanceof Outcome.Done<?> ? Fate.WON : Fate.REFUSED;
  }

  // ---- A closure ----

  private String closure(Store store) {
    progress.tell("%,d people have a seat in ten sessions …".formatted(BOOKINGS));
    List<SessionId> sessions =
        IntStream.range(0, BOOKINGS / QUOTA)
            .mapToObj(hour -> session("%02d:00".formatted(9 + hour)))
            .toList();
    sessions.forEach(session -> booked(store, "s" + session.time(), session, QUOTA));
    Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    ClearSession clear =
        new ClearSession(
            store.closedSeats(),
            store.applications(),
            store.arm(),
            store.seats(),
            store.saves(),
            clock);
    Closure closure =
        new Closure(
            new ClosureId(DAY + "-bench"),
            OFFICE.id(),
            DAY,
            DAY,
            null,
            null,
            "the bench",
            Samples.NOW,
            "sri",
            null,
            false);
    progress.tell("Closing them, %d at once …".formatted(CLOSING_AT_ONCE));
    long began = System.nanoTime();
    List<Answer> answers =
        new Contest(store.meter(), CLOSING_AT_ONCE)
            .atOnce(sessions.size(), number -> cleared(clear, sessions.get(number), closure));
    double seconds = (System.nanoTime() - began) / 1e9;
    double units =
        answers.stream()
            .flatMap(answer -> answer.calls().stream())
            .mapToDouble(StoreCall::units)
            .sum();
    int left = sessions.stream().mapToInt(store::taken).sum();
    return "closure    %,d bookings in %.1f s, %.1f units each, %d left"
        .formatted(BOOKINGS, seconds, units / BOOKINGS, left);
  }

  private static Fate cleared(ClearSession clear, SessionId session, Closure closure) {
    boolean done = false;
    while (!done) {
      done = clear.clear(session, closure, LET_GO_AT_ONCE);
    }
    return Fate.WON;
  }

  // ---- People ----

  private static SessionId session(String start) {
    return new SessionId(OFFICE.id(), DAY, LocalTime.parse(start), Lane.REGULAR);
  }

  /** So many people with a seat that is paid for, and the session that they are in. */
  private static List<Application> booked(Store store, String name, SessionId id, int people) {
    Session session =
        new Session(
            id,
            OFFICE.zone(),
            Duration.ofHours(1),
            QUOTA,
            Session.State.OPEN,
            Instant.EPOCH,
            Set.of(),
            null);
    List<Application> booked =
        IntStream.range(0, people)
            .parallel()
            .mapToObj(number -> Samples.confirmed(Samples.ready(name + number), session))
            .peek(application -> store.saves().create(application))
            .toList();
    store.put(
        session.seating(
            booked.stream()
                .map(application -> application.booking().seat().orElseThrow().hold())
                .collect(Collectors.toSet()),
            null));
    return booked;
  }
}
