package id.antrean.simulation;

import id.antrean.counter.ReviewPapers.OfPaper;
import id.antrean.counter.ReviewPapers.Review;
import id.antrean.domain.Actor.Staff;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import id.antrean.offices.FollowWeek;
import id.antrean.simulation.Device.Wish;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes up what the office does before people come: for whom it books, which papers it looks at,
 * what it closes, opens again and plans.
 */
final class OfficePlot {
  private static final Staff SUPERVISOR = new Staff("supervisor", "sri", Samples.CILEGON.id());
  private static final Planner OFFICER = new Planner("officer", "officer");
  private static final Set<Status> REOPENED =
      Set.of(Status.CONFIRMED, Status.CHECKED_IN, Status.NO_SHOW);

  private final Stage stage;
  private final World world;
  private final Functions functions;
  private final Choices choices;

  OfficePlot(Stage stage, Choices choices) {
    this.stage = stage;
    this.world = stage.world();
    this.functions = stage.functions();
    this.choices = choices;
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
