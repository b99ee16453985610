package id.antrean.simulation;

import static id.antrean.simulation.Plot.EIGHT;
import static id.antrean.simulation.Plot.NINE;

import id.antrean.domain.application.Application;
import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.memory.Samples;
import id.antrean.simulation.Cast.OutsideEvent;
import id.antrean.simulation.Device.Wish;
import java.util.List;
import java.util.function.Consumer;

/**
 * A world so small that everything that can happen in it can be tried: two applications and two
 * seats at the most, and one or two calls that fail or crash anywhere.
 *
 * @param faults how many calls go wrong, each in any way
 */
record Scene(String name, int faults, int repeats, Consumer<Stage> people) {

  static final List<Scene> ALL =
      List.of(
          new Scene(
              "two applicants, one seat",
              1,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                phone(stage, ready(stage, "siti"), 0, EIGHT);
                phone(stage, ready(stage, "budi"), 1, EIGHT);
              }),
          new Scene(
              "one phone in a world that fails twice",
              2,
              1,
              stage -> {
                session(stage, EIGHT, 1);
                Application siti = ready(stage, "siti");
                wishes(stage, siti, 0, 2, stage.hold(siti.id(), siti.account(), EIGHT, 0));
              }),
          new Scene(
              "a seat is moved",
              1,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                session(stage, NINE, 1);
                phone(stage, bound(stage, "siti", EIGHT), 0, NINE);
              }),
          new Scene(
              "a seat is moved, another waits for it",
              0,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                session(stage, NINE, 1);
                phone(stage, bound(stage, "siti", EIGHT), 0, NINE);
                phone(stage, ready(stage, "budi"), 1, EIGHT);
              }),
          new Scene(
              "two phones of one account, two sessions",
              1,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                session(stage, NINE, 1);
                Application siti = ready(stage, "siti");
                phone(stage, siti, 0, EIGHT);
                phone(stage, siti, 1, NINE);
              }),
          new Scene(
              "a seat that is refused for good, twice at once",
              0,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                session(stage, NINE, 1);
                Application siti = bound(stage, "siti", EIGHT);
                Application again = Plot.ready("again", "again", "siti");
                stage.world().has(again);
                phone(stage, again, 0, NINE);
                phone(stage, again, 1, NINE);
                wishes(stage, siti, 0, stage.giveBack(siti.id(), siti.account()));
              }),
          new Scene(
              "payment against expiry",
              1,
              1,
              stage -> {
                session(stage, EIGHT, 1);
                bound(stage, "siti", EIGHT);
                stage.may(new OutsideEvent(1, () -> pay(stage)));
              }),
          new Scene(
              "payment against expiry, another waits",
              0,
              1,
              stage -> {
                session(stage, EIGHT, 1);
                bound(stage, "siti", EIGHT);
                stage.may(new OutsideEvent(1, () -> pay(stage)));
                phone(stage, ready(stage, "budi"), 1, EIGHT);
              }),
          new Scene(
              "cancel against payment",
              1,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                Application siti = bound(stage, "siti", EIGHT);
                stage.may(new OutsideEvent(1, () -> pay(stage)));
                wishes(stage, siti, 0, stage.cancel(siti.id(), siti.account()));
              }),
          new Scene(
              "the quota is lowered while two book",
              1,
              0,
              stage -> {
                session(stage, EIGHT, 2);
                phone(stage, ready(stage, "siti"), 0, EIGHT);
                phone(stage, ready(stage, "budi"), 1, EIGHT);
                sets(stage, "officer", EIGHT);
              }),
          new Scene(
              "two officers set a day",
              1,
              0,
              stage -> {
                session(stage, EIGHT, 1);
                sets(stage, "budi", EIGHT);
                sets(stage, "sri", NINE);
              }));

  /** The scene with everybody in their places. */
  Schedule opens(Mutant mutant, Story story) {
    Stage stage = new Stage(new Interleaving(story, true), story, mutant, false, 0, 1);
    people.accept(stage);
    return stage.schedule(repeats, 0, new Temper(faults, 0, 1, 1, 1, 1, 1, true, 2));
  }

  private static void session(Stage stage, SessionId session, int quota) {
    stage.world().has(Samples.session(session, quota));
  }

  private static Application ready(Stage stage, String name) {
    Application application = Plot.ready(name, name, name);
    stage.world().has(application);
    return application;
  }

  /** Somebody who has a seat when the scene opens. */
  private static Application bound(Stage stage, String name, SessionId session) {
    Application application = ready(stage, name);
    var _ = stage.hold(application.id(), application.account(), session, 0).ask().get();
    return stage.world().see(application.id());
  }

  private static void phone(Stage stage, Application application, int process, SessionId session) {
    wishes(
        stage,
        application,
        process,
        stage.hold(application.id(), application.account(), session, process));
  }

  private static void wishes(Stage stage, Application application, int process, Wish wish) {
    wishes(stage, application, process, 1, wish);
  }

  private static void wishes(
      Stage stage, Application application, int process, int tries, Wish wish) {
    stage.enters(
        new Device(
            Story.words(application.id()) + "'s phone " + (process + 1),
            false,
            tries,
            List.of(wish)));
  }

  /** An officer wants nothing in the day but one seat in that session. */
  private static void sets(Stage stage, String officer, SessionId session) {
    DayPlan plan =
        new DayPlan(
            session.date(),
            List.of(new PlannedSession(session.start(), 60, session.lane(), 1)),
            null);
    stage.enters(
        new Errand(
            officer,
            1,
            () ->
                stage
                    .functions()
                    .setDay()
                    .set(Samples.CILEGON, plan, new Planner("officer", officer))));
  }

  private static boolean pay(Stage stage) {
    List<Bill> bills =
        stage.world().applications.all().stream()
            .flatMap(it -> it.booking().bills().stream())
            .toList();
    bills.stream()
        .findFirst()
        .ifPresent(bill -> stage.senders().bank().takes(bill.code().value(), bill.amount(), false));
    return !bills.isEmpty();
  }
}
