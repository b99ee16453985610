package id.antrean.simulation;

import id.antrean.counter.CallPeople;
import id.antrean.counter.EndVisit;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Line;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import id.antrean.simulation.Device.Wish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes up what happens on the day of the visit: whom the counter lets in and calls, and how they
 * are let go.
 */
final class CounterPlot {
  private static final List<String> VISITORS = List.of("tamu", "rina", "dewi", "kemarin");
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

  CounterPlot(Stage stage, Choices choices) {
    this.stage = stage;
    this.world = stage.world();
    this.functions = stage.functions();
    this.choices = choices;
  }

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
    Application visitor = Samples.confirmed(Plot.ready(name, name, name), Samples.session(at, 1));
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
}
