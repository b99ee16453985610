package id.antrean.simulation;

import id.antrean.counter.CallPeople;
import id.antrean.counter.EndVisit;
import id.antrean.counter.ReviewPapers.OfPaper;
import id.antrean.counter.ReviewPapers.Review;
import id.antrean.domain.Actor.Staff;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Line;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import id.antrean.offices.FollowWeek;
import id.antrean.simulation.Device.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes up what the office does in it: whom its counter lets in and calls, what it closes, opens
 * again and plans.
 */
final class OfficePlot {
  private static final Staff SUPERVISOR = new Staff("supervisor", "sri", Samples.CILEGON.id());
  private static final Planner OFFICER = new Planner("officer", "officer");
  private static final List<String> VISITORS = List.of("tamu", "rina", "dewi", "kemarin");
  private static final Set<Status> REOPENED =
      Set.of(Status.CONFIRMED, Status.CHECKED_IN, Status.NO_SHOW);
  private static final List<SessionId> TODAY =
      Stream.of("08:00", "10:00").map(start -> onDay(23, start)).toList();
  private static final SessionId YESTERDAY = onDay(22, "08:00");

  private final Stage stage;
  private final World world;
  private final Functions functions;
  private final Choices choices;

  private static SessionId onDay(int day, String start) {
    return new SessionId(
        Samples.CILEGON.id(), LocalDate.of(2026, 11, day), LocalTime.parse(start), Lane.REGULAR);
  }

  OfficePlot(Stage stage, Choices choices) {
    this.stage = stage;
    this.world = stage.world();
    this.functions = stage.functions();
    this.choices = choices;
  }

  // ---- The counter ----

  /**
   * The counter: some have a seat today, one had one yesterday, and two desks let them in, call
   * them and let them go, in whatever order and however often.
   */
  void opensTheCounter() {
    List<Application> today = new ArrayList<>();
    for (int i = 0; i < 2 + choices.number(2); i++) {
      today.add(visitor(VISITORS.get(i), TODAY.get(choices.number(TODAY.size()))));
    }
    Application yesterdays = visitor(VISITORS.getLast(), YESTERDAY);
    if (choices.number(2) == 0) {
      world.counter.has(
          Line.nobodyYet(YESTERDAY.office(), YESTERDAY.date())
              .joined(today.getFirst().booking().seat().orElseThrow(), Samples.NOW.minusSeconds(1))
              .without(today.getFirst().id())
              .atVersion(2));
    }
    for (int desk = 1; desk <= 2; desk++) {
      String name = "desk " + desk;
      List<Wish> wishes =
          IntStream.rangeClosed(0, 2 + choices.number(4))
              .mapToObj(wish -> deskWish(name, today, yesterdays))
              .toList();
      stage.enters(new Device(name, choices.number(3) == 0, 3, wishes));
    }
    stage.enters(
        new Errand(
            "no-shows",
            choices.number(3),
            () -> functions.noShows().mark(YESTERDAY.office(), YESTERDAY.date())));
  }

  private Application visitor(String name, SessionId at) {
    Application visitor = visiting(Plot.ready(name, name, name), at);
    Seat seat = visitor.booking().seat().orElseThrow();
    Session known =
        world.seats.all().stream()
            .filter(session -> session.id().equals(at))
            .findFirst()
            .orElseGet(() -> Samples.session(at, 9));
    world.has(
        known.seating(
            Stream.concat(known.seats().stream(), Stream.of(seat.hold()))
                .collect(Collectors.toSet()),
            null));
    world.has(visitor);
    return visitor;
  }

  private Wish deskWish(String desk, List<Application> today, Application yesterdays) {
    ApplicationId one = today.get(choices.number(today.size())).id();
    int number = 1 + choices.number(today.size());
    return switch (choices.number(12)) {
      case 0, 1, 2 ->
          new Wish(
              "let in " + Story.words(one),
              () -> functions.letIn(one).then(arrival -> Outcome.done(arrival.application())));
      case 3, 4, 5 ->
          new Wish("call", () -> people(functions.callPeople().next(Samples.CILEGON, desk, null)));
      case 6 ->
          new Wish(
              "again " + number,
              () -> people(functions.callPeople().again(Samples.CILEGON, number)));
      case 7 ->
          new Wish(
              "skip " + number, () -> people(functions.callPeople().skip(Samples.CILEGON, number)));
      case 8 ->
          new Wish(
              "back " + number, () -> people(functions.callPeople().back(Samples.CILEGON, number)));
      case 9 -> ending("completed", one, new EndVisit.Completed());
      case 10 -> ending("comes again", one, new EndVisit.ComesAgain("a paper is missing"));
      default ->
          ending(
              "did not come",
              choices.number(2) == 0 ? one : yesterdays.id(),
              new EndVisit.NoShow());
    };
  }

  private static Outcome<Application> people(Outcome<CallPeople.Called> called) {
    return called.then(person -> Outcome.done(person.application()));
  }

  private Wish ending(String name, ApplicationId id, EndVisit.End end) {
    return new Wish(
        name + ": " + Story.words(id),
        () -> functions.endVisit().end(id, end, Functions.OFFICER, null));
  }

  /** Somebody who has a seat that is paid for in that session. */
  static Application visiting(Application ready, SessionId at) {
    Session session = Samples.session(at, 1);
    Seat seat =
        new Seat(
            at,
            new HoldId(ready.id(), ready.version()),
            session.startsAt(),
            session.endsAt(),
            session.zone());
    Bill bill =
        Bill.issue(
            new BillingCode("8%014d".formatted(77_777_777_777_000L + ready.id().value().charAt(0))),
            Tariffs.fee(ready.dossier().passport(), at.lane(), Samples.NOW),
            Samples.NOW);
    return ready
        .hold(seat, Samples.NOW, Samples.account(ready.account()), Samples.NOW)
        .billed(bill)
        .pay(
            bill,
            new Bill.Payment("bank", "long-ago-" + ready.id(), null, Samples.NOW, null),
            true,
            Samples.account(ready.account()),
            Samples.NOW);
  }

  // ---- The desk ----

  /**
   * Two officers register people without a phone, who may be somebody that has one after all, and
   * book for them whatever there is.
   */
  void registersAtItsDesk() {
    List<ApplicationId> people = new ArrayList<>();
    for (String name : List.of("wati", "yanti")) {
      Application walkIn = atDesk(name, choices.number(3) == 0 ? "siti" : name);
      world.has(walkIn);
      people.add(walkIn.id());
    }
    for (int officer = 0; officer < 2; officer++) {
      int process = officer;
      List<Wish> wishes =
          IntStream.rangeClosed(0, choices.number(3))
              .mapToObj(wish -> deskBooking(people.get(choices.number(people.size())), process))
              .toList();
      stage.enters(new Device("officer " + (officer + 1), choices.number(3) == 0, 3, wishes));
    }
  }

  private static Application atDesk(String name, String person) {
    Application ready = Plot.ready(name, name, person);
    return Application.registerAtDesk(
        ready.id(),
        Functions.OFFICER,
        ready.dossier().passport(),
        ready.dossier().applicant(),
        ready.dossier().identity(),
        ready.dossier().papers().stream().map(Paper::kind).toList(),
        Samples.NOW,
        null);
  }

  private Wish deskBooking(ApplicationId id, int process) {
    SessionId session =
        choices.number(2) == 0
            ? Plot.WALK_INS
            : Plot.SESSIONS.get(choices.number(Plot.SESSIONS.size()));
    return choices.number(6) == 0
        ? new Wish(
            "cancel for " + Story.words(id),
            () -> functions.leave().cancel(id, Functions.OFFICER, null))
        : stage.hold(id, Functions.OFFICER, session, process);
  }

  /** Officers look at the papers of whoever has a seat, and send some back. */
  void looksAtPapers() {
    for (int look = 0; look <= choices.number(3); look++) {
      boolean itWillDo = choices.number(2) == 0;
      int who = choices.number(3);
      stage.enters(
          new Errand(
              "looks at papers",
              1,
              () ->
                  world.applications.all().stream()
                      .filter(it -> !it.dossier().documents().isEmpty())
                      .filter(it -> it.belongsTo(Functions.OFFICER))
                      .skip(who)
                      .findFirst()
                      .ifPresent(it -> look(it, itWillDo))));
    }
  }

  private void look(Application application, boolean itWillDo) {
    var _ =
        functions
            .review()
            .review(
                application.id(),
                new Review(
                    List.of(
                        new OfPaper(
                            application.dossier().documents().getFirst().kind(),
                            itWillDo ? null : "it cannot be read")),
                    null,
                    null),
                Functions.OFFICER,
                null);
  }

  // ---- The day ----

  /** The day was laid out by the calendar, and the week is another one now, or two. */
  void changesItsWeek() {
    DayPlan former = plan();
    world.calendar.layOut(Samples.CILEGON.id(), former, List.of(), Samples.NOW);
    for (int week = 0; week <= choices.number(2); week++) {
      DayPlan plan = plan();
      stage.enters(new Errand("calendar", 1 + choices.number(2), () -> follow(plan)));
    }
    DayPlan byHand = plan();
    stage.enters(
        new Errand(
            "officer",
            choices.number(2),
            () -> functions.setDay().set(Samples.CILEGON, byHand, OFFICER)));
  }

  private void follow(DayPlan plan) {
    Setting laidOut =
        world.calendar.laidOut(Samples.CILEGON.id(), YearMonth.from(plan.date())).get(plan.date());
    if (FollowWeek.isAmiss(plan, laidOut)
        && functions.followWeek().whyKept(Samples.CILEGON, plan, laidOut).isEmpty()) {
      functions.followWeek().follow(Samples.CILEGON, plan, laidOut);
    }
  }

  /** Officers set the day, perhaps two at once. */
  void setsTheDay() {
    if (choices.number(3) == 0) {
      int officers = 1 + choices.number(2);
      for (int i = 0; i < officers; i++) {
        DayPlan plan = plan();
        stage.enters(
            new Errand("officer", 1, () -> functions.setDay().set(Samples.CILEGON, plan, OFFICER)));
      }
    }
  }

  /** Another quota for each session, or the session left out; some open in parts. */
  private DayPlan plan() {
    List<PlannedSession> sessions = new ArrayList<>();
    for (SessionId session : Plot.EVERY_SESSION) {
      if (choices.number(6) > 0) {
        sessions.add(new PlannedSession(session.start(), 60, session.lane(), choices.number(3)));
      }
    }
    if (choices.number(3) > 0) {
      return new DayPlan(Plot.EIGHT.date(), sessions, null);
    }
    Instant first = Samples.NOW.plusSeconds(60L * choices.number(40));
    return new DayPlan(
        Plot.EIGHT.date(),
        sessions,
        first,
        List.of(new Release(first, 1), new Release(first.plusSeconds(1200), 1)));
  }

  /** A supervisor closes the day or a session of it, and may take that back. */
  void closes() {
    boolean all = choices.number(2) == 0;
    Closure closure =
        new Closure(
            new ClosureId(Plot.EIGHT.date() + "-a"),
            Plot.EIGHT.office(),
            Plot.EIGHT.date(),
            Plot.EIGHT.date(),
            null,
            all ? null : Plot.SESSIONS.get(choices.number(Plot.SESSIONS.size())),
            "the roof leaks",
            Samples.NOW,
            SUPERVISOR.name(),
            null,
            false);
    stage.enters(
        new Errand(
            "closes",
            1 + choices.number(2),
            () -> {
              var _ = functions.closeOffice().close(closure);
            }));
    if (choices.number(2) == 0) {
      stage.enters(
          new Errand(
              "takes the closure back",
              1 + choices.number(2),
              () -> {
                var _ =
                    functions.closeOffice().takeBack(closure.office(), closure.id(), SUPERVISOR);
              }));
    }
  }

  /** An office reopens whatever booking it may. */
  void reopens() {
    if (choices.number(3) == 0) {
      stage.enters(
          new Errand(
              "supervisor",
              1 + choices.number(2),
              () ->
                  world.applications.all().stream()
                      .filter(it -> REOPENED.contains(it.status()))
                      .findFirst()
                      .ifPresent(
                          it -> {
                            var _ = functions.reopen().reopen(it.id(), "why", SUPERVISOR, null);
                          })));
    }
  }
}
