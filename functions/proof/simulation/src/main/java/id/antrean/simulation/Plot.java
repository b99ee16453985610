package id.antrean.simulation;

import id.antrean.counter.CallPeople;
import id.antrean.counter.EndVisit;
import id.antrean.domain.Actor.Applicant;
import id.antrean.domain.Actor.Staff;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Line;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.ArrangeDay.Planner;
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
import id.antrean.simulation.Cast.OutsideEvent;
import id.antrean.simulation.Device.Wish;
import id.antrean.uploads.VerifyUpload.Arrived;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up a small world and who wants what in it. Small worlds collide often. */
final class Plot {
  static final SessionId EIGHT = Samples.sessionId("08:00", Lane.REGULAR);
  static final SessionId NINE = Samples.sessionId("09:00", Lane.REGULAR);
  static final SessionId EXPRESS = Samples.sessionId("08:00", Lane.EXPRESS);
  static final List<SessionId> SESSIONS = List.of(EIGHT, NINE, EXPRESS);

  private static final List<String> NAMES = List.of("siti", "budi", "ayu", "joko");
  private static final String NOBODYS_BILL = "899999999999999";
  private static final SessionId LONG_AGO =
      new SessionId(
          Samples.CILEGON.id(), LocalDate.of(2026, 10, 1), LocalTime.of(8, 0), Lane.REGULAR);
  private static final Staff SUPERVISOR = new Staff("supervisor", "sri", Samples.CILEGON.id());
  private static final List<String> VISITORS = List.of("tamu", "rina", "dewi", "kemarin");
  private static final Set<Status> REOPENED =
      Set.of(Status.CONFIRMED, Status.CHECKED_IN, Status.NO_SHOW);
  private static final List<SessionId> TODAY =
      Stream.of("08:00", "10:00").map(start -> onDay(23, start)).toList();
  private static final SessionId YESTERDAY = onDay(22, "08:00");
  private static final Planner OFFICER = new Planner("officer", "officer");
  private static final DocumentId LATE_PAPER = new DocumentId("late-paper");
  private static final Map<String, Application> READY = new ConcurrentHashMap<>();
  private static final Map<Application, Application> AGED = new ConcurrentHashMap<>();

  private final Stage stage;
  private final World world;
  private final Functions functions;
  private final Choices choices;

  private static SessionId onDay(int day, String start) {
    return new SessionId(
        Samples.CILEGON.id(), LocalDate.of(2026, 11, day), LocalTime.parse(start), Lane.REGULAR);
  }

  private Plot(Stage stage, Choices choices) {
    this.stage = stage;
    this.world = stage.world();
    this.functions = stage.functions();
    this.choices = choices;
  }

  /** A world by chance. */
  static Schedule byChance(Choices choices, Mutant mutant, Story story, long seed) {
    Stage stage =
        new Stage(
            new Interleaving(story, false),
            story,
            mutant,
            choices.number(3) == 0,
            choices.number(2),
            seed);
    return new Plot(stage, choices).schedule();
  }

  private Schedule schedule() {
    world.has(Samples.session(EIGHT, 1 + choices.number(2)));
    world.has(Samples.session(NINE, 1 + choices.number(2)));
    world.has(Samples.session(EXPRESS, choices.number(3)));
    int people = 2 + choices.number(3);
    for (int i = 0; i < people; i++) {
      applicant(NAMES.get(i));
    }
    if (choices.number(4) == 0) {
      visitorOfLongAgo();
    }
    if (choices.number(3) == 0) {
      counter();
    }
    if (choices.number(4) == 0) {
      supervisorCloses();
    }
    supervisor();
    stage.may(new OutsideEvent(1 + choices.number(3), this::pay));
    officers();
    sweeps();
    int losses = choices.number(5) == 0 ? 1 + choices.number(2) : 0;
    return stage.schedule(choices.number(3), losses, temper(choices));
  }

  private static Temper temper(Choices choices) {
    return new Temper(
        choices.number(5),
        choices.number(2) * choices.number(80),
        10 + choices.number(30),
        1 + choices.number(4),
        2 + choices.number(20),
        1 + choices.number(6),
        1 + choices.number(12),
        false,
        1 + choices.number(8));
  }

  // ---- People ----

  private void applicant(String name) {
    String account = choices.number(3) == 0 ? NAMES.getFirst() : name;
    String person = choices.number(4) == 0 ? NAMES.getFirst() : name;
    Application young = ready(name, account, person);
    Application application = choices.number(4) == 0 ? aged(young) : young;
    boolean paperMissing = choices.number(6) == 0;
    world.has(paperMissing ? withLatePaper(application) : application);
    int devices = choices.number(3) == 0 ? 2 : 1;
    for (int i = 0; i < devices; i++) {
      stage.enters(device(name, i, application));
    }
    if (paperMissing) {
      stage.enters(
          new Errand(
              "upload queue: " + name,
              2,
              () ->
                  functions
                      .verify()
                      .verify(application.id(), List.of(new Arrived(LATE_PAPER, 1)))));
    }
  }

  private Device device(String name, int index, Application application) {
    List<Wish> wishes =
        IntStream.rangeClosed(0, choices.number(3))
            .mapToObj(wish -> wish(application.id(), application.account(), index))
            .toList();
    return new Device(name + "'s phone " + (index + 1), choices.number(3) == 0, 3, wishes);
  }

  private Wish wish(ApplicationId id, String account, int process) {
    return switch (choices.number(10)) {
      case 0, 1 -> stage.giveBack(id, account);
      case 2 -> stage.cancel(id, account);
      case 3 ->
          new Wish(
              "take a paper back",
              () ->
                  functions
                      .remove()
                      .remove(id, new DocumentId("IDENTITY_CARD"), new Applicant(account), null));
      default -> stage.hold(id, account, SESSIONS.get(choices.number(SESSIONS.size())), process);
    };
  }

  /**
   * Somebody had a visit weeks ago of which nobody said how it went, and is one of the people who
   * apply now; their own phone is still there.
   */
  private void visitorOfLongAgo() {
    Application visited = visited(ready("lama", "lama", NAMES.getFirst()));
    world.has(
        Samples.session(LONG_AGO, 1)
            .seating(Set.of(visited.booking().seat().orElseThrow().hold()), null));
    world.has(visited);
    stage.enters(device("lama", 0, visited));
  }

  private static Application visited(Application ready) {
    return visiting(ready, LONG_AGO);
  }

  /** Somebody who has a seat that is paid for in that session. */
  private static Application visiting(Application ready, SessionId at) {
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

  /**
   * The counter: some have a seat today, one had one yesterday, and two desks let them in, call
   * them and let them go, in whatever order and however often.
   */
  private void counter() {
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
    Application visitor = visiting(ready(name, name, name), at);
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

  /** An office reopens whatever booking it may. */
  private void supervisor() {
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

  static Application ready(String name, String account, String person) {
    return READY.computeIfAbsent(
        name + "/" + account + "/" + person, key -> Samples.ready(name, account, person));
  }

  /** As many things have happened to it as an application can have on it. */
  private static Application aged(Application application) {
    return AGED.computeIfAbsent(
        application,
        young -> {
          Application older = young;
          while (older.timeline().recent().size() < Timeline.MOST) {
            older =
                older.identified(
                    older.dossier().identity(), Samples.account(older.account()), Samples.NOW);
          }
          return older;
        });
  }

  private static Application withLatePaper(Application application) {
    DocumentKind kind = application.dossier().papers().getFirst().kind();
    Document late =
        new Document(
            LATE_PAPER,
            kind,
            ContentType.JPEG,
            1,
            Bucket.SHA256,
            Document.State.AWAITING_UPLOAD,
            null,
            Samples.NOW);
    return application.declare(late, Samples.account(application.account()), Samples.NOW);
  }

  // ---- Money, officers, sweeps ----

  /** Somebody pays one of the bills there are, sometimes wrongly, or gives it up. */
  private boolean pay() {
    List<Bill> bills =
        world.applications.all().stream().flatMap(it -> it.booking().bills().stream()).toList();
    if (bills.isEmpty()) {
      return false;
    }
    Sender sender = stage.sender();
    Bill bill = bills.get(choices.number(bills.size()));
    String code = bill.code().value();
    switch (choices.number(12)) {
      case 0 -> sender.takes(code, bill.amount() + 1, false);
      case 1 -> sender.fails(code, bill.amount());
      case 2 -> sender.takes(NOBODYS_BILL, bill.amount(), false);
      case 3 -> {
        return sender.givesBack(choices);
      }
      default -> sender.takes(code, bill.amount(), choices.number(3) == 0);
    }
    return true;
  }

  private void officers() {
    if (choices.number(3) == 0) {
      int officers = 1 + choices.number(2);
      for (int i = 0; i < officers; i++) {
        DayPlan plan = plan();
        stage.enters(
            new Errand("officer", 1, () -> functions.setDay().set(Samples.CILEGON, plan, OFFICER)));
      }
    }
  }

  private void sweeps() {
    stage.enters(new Errand("orphan sweep", choices.number(2), () -> functions.orphans().run()));
    stage.enters(new Errand("overdue sweep", choices.number(2), () -> functions.overdue().run()));
    stage.enters(new Errand("payment sweep", choices.number(2), () -> functions.settle().sweep()));
  }

  /** A supervisor closes the day or a session of it, and may take that back. */
  private void supervisorCloses() {
    boolean all = choices.number(2) == 0;
    Closure closure =
        new Closure(
            new ClosureId(EIGHT.date() + "-a"),
            EIGHT.office(),
            EIGHT.date(),
            EIGHT.date(),
            null,
            all ? null : SESSIONS.get(choices.number(SESSIONS.size())),
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

  /** Another quota for each session, or the session left out; some open in parts. */
  private DayPlan plan() {
    List<PlannedSession> sessions = new ArrayList<>();
    for (SessionId session : SESSIONS) {
      if (choices.number(6) > 0) {
        sessions.add(new PlannedSession(session.start(), 60, session.lane(), choices.number(3)));
      }
    }
    if (choices.number(3) > 0) {
      return new DayPlan(EIGHT.date(), sessions, null);
    }
    Instant first = Samples.NOW.plusSeconds(60L * choices.number(40));
    return new DayPlan(
        EIGHT.date(),
        sessions,
        first,
        List.of(new Release(first, 1), new Release(first.plusSeconds(1200), 1)));
  }
}
