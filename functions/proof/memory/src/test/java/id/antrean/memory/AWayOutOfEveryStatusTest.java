package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.ChangeUntilBooked;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No state may exist that nobody can leave: wherever an application stands, there is a step that
 * takes it on, or it has its end and its person is free for another one.
 */
class AWayOutOfEveryStatusTest {
  private static final SessionId VISIT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId LATER =
      new SessionId(CILEGON.id(), LocalDate.of(2027, 3, 1), LocalTime.of(8, 0), Lane.REGULAR);
  private static final Duration AFTER_THE_VISIT = Duration.ofDays(15);
  private static final ApplicationRule MAY_CHANGE = new ChangeUntilBooked();
  private static final Actor.Staff SUPERVISOR = new Actor.Staff("supervisor", "sri", CILEGON.id());

  private final World world =
      new World(NOW, new Faults()).has(CILEGON).has(session(VISIT, 5)).has(session(LATER, 5));
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode("800000000000009"),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));

  /**
   * Where an application may stand.
   *
   * @param ways by which it goes on; none where it has its end
   */
  record Place(String name, Application application, boolean afterTheVisit, Set<String> ways) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Place> places() {
    Application held =
        ready("siti")
            .hold(seat(ready("siti")), NOW.plus(Duration.ofHours(2)), account("siti"), NOW);
    Application confirmed = paid(held.billed(bill()));
    Application unscheduled = confirmed.reopen("did not come", SUPERVISOR, NOW);
    return List.of(
        new Place("a draft", draft("siti"), false, Set.of("cancel", "papers")),
        new Place(
            "a draft that is paid", paid(draft("siti").billed(bill())), false, Set.of("papers")),
        new Place("ready", ready("siti"), false, Set.of("cancel", "hold")),
        new Place("held", held, false, Set.of("cancel", "give back", "hold")),
        new Place("held after the visit", held, true, Set.of("cancel", "give back", "hold")),
        new Place("confirmed", confirmed, false, Set.of("hold", "reopen")),
        new Place("confirmed after the visit", confirmed, true, Set.of("reopen")),
        new Place("paid without a seat", unscheduled, false, Set.of("hold")),
        new Place("paid without a seat, long ago", unscheduled, true, Set.of("hold")),
        new Place("checked in", checkedIn(confirmed), true, Set.of("reopen")),
        new Place(
            "did not come",
            confirmed.missVisit((Confirmed) confirmed.booking().state(), SUPERVISOR, NOW),
            true,
            Set.of("reopen")),
        new Place(
            "completed",
            checkedIn(confirmed)
                .complete(
                    (CheckedIn) checkedIn(confirmed).booking().state(), null, SUPERVISOR, NOW),
            true,
            Set.of()),
        new Place("cancelled", ready("siti").cancel(account("siti"), NOW), false, Set.of()));
  }

  private static Seat seat(Application application) {
    Session session = session(VISIT, 5);
    return new Seat(
        VISIT,
        new HoldId(application.id(), application.version()),
        session.startsAt(),
        session.endsAt(),
        session.zone());
  }

  private static Bill bill() {
    return Bill.issue(
        new BillingCode("800000000000001"),
        Tariffs.fee(ready("siti").dossier().passport(), Lane.REGULAR, NOW),
        NOW);
  }

  private static Application paid(Application application) {
    Bill.Payment payment = new Bill.Payment("bank", "p1", null, NOW, null);
    return application.pay(bill(), payment, true, new Actor.Service("payments"), NOW);
  }

  private static Application checkedIn(Application confirmed) {
    return confirmed.checkIn((Confirmed) confirmed.booking().state(), SUPERVISOR, NOW);
  }

  private Map<String, Supplier<Outcome<Application>>> ways(Application application) {
    Actor.Applicant owner = account(application.account());
    Map<String, Supplier<Outcome<Application>>> ways = new LinkedHashMap<>();
    ways.put("cancel", () -> world.leaveSeat().cancel(application.id(), owner, null));
    ways.put("give back", () -> world.leaveSeat().giveBack(application.id(), owner, null));
    ways.put("hold", () -> hold.hold(application.id(), LATER, owner, null));
    ways.put(
        "reopen",
        () -> world.reopenBooking().reopen(application.id(), "did not come", SUPERVISOR, null));
    ways.put("papers", () -> Outcome.done(withPapers(application)));
    return ways;
  }

  private static Application withPapers(Application application) {
    Application now = application;
    for (var document : ready("siti").dossier().documents()) {
      now =
          MAY_CHANGE.refuses(now, NOW).isEmpty()
              ? now.declare(document, account("siti"), NOW)
              : now;
    }
    return now;
  }

  private void standsAt(Place place) {
    Application application = place.application();
    world.has(application);
    application
        .booking()
        .seat()
        .ifPresent(seat -> world.has(session(VISIT, 5).seating(Set.of(seat.hold()), NOW)));
    if (place.afterTheVisit()) {
      world.pass(AFTER_THE_VISIT);
    }
  }

  private static boolean leads(Application before, Outcome<Application> outcome) {
    return outcome instanceof Outcome.Done<Application>(Application after)
        && (after.status() != before.status()
            || !after.booking().seat().equals(before.booking().seat()));
  }

  @Test
  void everyStatusIsLookedAt() {
    assertThat(places().stream().map(place -> place.application().status()))
        .containsAll(Arrays.asList(Status.values()));
  }

  @ParameterizedTest
  @MethodSource("places")
  void theseAreTheWaysOn(Place place) {
    Stream.of("cancel", "give back", "hold", "reopen", "papers")
        .forEach(
            way -> {
              AWayOutOfEveryStatusTest fresh = new AWayOutOfEveryStatusTest();
              fresh.standsAt(place);
              Application before = place.application();
              assertThat(leads(before, Objects.requireNonNull(fresh.ways(before).get(way)).get()))
                  .as(way)
                  .isEqualTo(place.ways().contains(way));
            });
  }

  @ParameterizedTest
  @MethodSource("places")
  void thePersonIsFreeForAnotherApplicationInTheEnd(Place place) {
    standsAt(place);
    Application another = ready("another", "siti", "siti");
    world.has(another);
    boolean unpaid = place.application().status() == Status.AWAITING_PAYMENT;
    if (unpaid) {
      assertThat(world.leaveSeat().giveBack(place.application().id(), account("siti"), null))
          .isInstanceOf(Outcome.Done.class);
    }
    world.pass(Duration.ofDays(50));
    assertThat(hold.hold(another.id(), LATER, account("siti"), null))
        .isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @MethodSource("places")
  void whoCannotCancelHearsWhatTheyCanDo(Place place) {
    standsAt(place);
    Outcome<Application> outcome =
        world.leaveSeat().cancel(place.application().id(), account("siti"), null);
    if (outcome instanceof Outcome.Refused<Application>(Refusal.AlreadyPaid(Instead instead))) {
      assertThat(place.ways().contains("hold") || place.ways().contains("papers"))
          .as("%s: %s", place, instead)
          .isEqualTo(
              Set.of(Instead.MOVE, Instead.CHOOSE_SEAT, Instead.SEND_PAPERS).contains(instead));
      assertThat(place.ways().isEmpty()).isEqualTo(instead == Instead.NOTHING);
    } else {
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
  }
}
