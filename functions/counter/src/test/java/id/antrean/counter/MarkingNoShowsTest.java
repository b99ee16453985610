package id.antrean.counter;

import static id.antrean.counter.Counter.CILEGON;
import static id.antrean.counter.Counter.DAY;
import static id.antrean.counter.Counter.EIGHT;
import static id.antrean.counter.Counter.JAYAPURA;
import static id.antrean.counter.Counter.NINE;
import static id.antrean.counter.Counter.OFFICER;
import static id.antrean.counter.Counter.SUPERVISOR;
import static id.antrean.counter.Counter.done;
import static id.antrean.counter.Counter.on;
import static id.antrean.counter.Counter.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.counter.EndVisit.Completed;
import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkingNoShowsTest {
  private static final Instant MIDNIGHT = on("2026-12-08T00:00");
  private static final SessionId THERE =
      new SessionId(JAYAPURA.id(), DAY, LocalTime.of(10, 0), Lane.REGULAR);

  private final Counter counter = new Counter();
  private final MarkNoShows marking = marking(counter.world.applications);

  private MarkNoShows marking(FindAppointments lists) {
    return new MarkNoShows(
        counter.world.offices,
        lists,
        counter.world.applications,
        counter.world.applications,
        counter.world.counter,
        counter.world.time);
  }

  /** Marks at that moment, and answers how many. */
  private long markedAt(Instant moment) {
    counter.world.time.reach(moment);
    return marking.run();
  }

  private Application now(Application application) {
    return counter.world.see(application.id());
  }

  private Status status(Application application) {
    return now(application).status();
  }

  private boolean hasSeat(Application had) {
    return counter.world.see(seat(had).session()).seats().contains(seat(had).hold());
  }

  private void somebodyComesTo(SessionId session) {
    Application yos = counter.confirmed("yos", JAYAPURA, session);
    counter.is("08:00");
    done(
        counter.door.checkIn(
            JAYAPURA,
            new Presented.Listed(yos.id()),
            new Actor.Staff("officer", "agus", JAYAPURA.id()),
            null));
  }

  // ---- Who is marked ----

  @Test
  void whoDidNotComeOnADayOnWhichOthersDidIsMarkedOnceItIsOver() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(markedAt(MIDNIGHT)).isEqualTo(1);

    assertThat(status(siti)).isEqualTo(Status.NO_SHOW);
    assertThat(now(siti).timeline().recent().getLast())
        .isEqualTo(new TimelineEntry(MIDNIGHT, new Event.NoShow(EIGHT), "service", "counter"));
    assertThat(counter.world.guarded(siti)).isFalse();
    assertThat(hasSeat(siti)).as("as it was on that day").isTrue();
  }

  @Test
  void everybodyIsMarkedWhicheverTheirSession() {
    counter.comes("ani", EIGHT);
    List<Application> missing = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      missing.add(counter.confirmed("p" + i, i % 2 == 0 ? EIGHT : NINE));
    }
    assertThat(markedAt(MIDNIGHT)).isEqualTo(20);
    assertThat(missing).extracting(this::status).containsOnly(Status.NO_SHOW);
  }

  @Test
  void whereNobodyCameAtAllNobodyIsMarked() {
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(markedAt(MIDNIGHT)).isZero();
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void whereEverybodyWhoCameWasLetGoSomebodyCameAllTheSame() {
    Application ani = counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    done(counter.ends.end(ani.id(), new Completed(), OFFICER, null));
    assertThat(markedAt(MIDNIGHT)).isEqualTo(1);
    assertThat(status(siti)).isEqualTo(Status.NO_SHOW);
    assertThat(status(ani)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void thatSomebodyCameToAnotherOfficeOrOnAnotherDaySaysNothing() {
    somebodyComesTo(THERE);
    Application siti = counter.confirmed("siti", EIGHT);
    SessionId tomorrow = new SessionId(CILEGON.id(), DAY.plusDays(1), EIGHT.start(), Lane.REGULAR);
    Application ani = counter.confirmed("ani", tomorrow);
    counter.world.time.reach(on("2026-12-08T08:00"));
    done(counter.scan(ani));
    assertThat(markedAt(on("2026-12-09T00:00"))).isZero();
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void whoCameOrHasNotPaidOrHasAnEndStaysAsTheyAre() {
    Application waiting = counter.comes("ani", EIGHT);
    Application served = counter.comes("budi", EIGHT);
    done(counter.ends.end(served.id(), new Completed(), OFFICER, null));
    Application unpaid = counter.held("citra", EIGHT);
    assertThat(markedAt(MIDNIGHT)).isZero();
    assertThat(now(waiting)).isEqualTo(waiting);
    assertThat(status(served)).isEqualTo(Status.COMPLETED);
    assertThat(now(unpaid)).isEqualTo(unpaid);
  }

  @Test
  void whoseMoneyWasTakenBackAndWhoDidNotComeIsMissing() {
    counter.comes("ani", EIGHT);
    Application siti = counter.refunded(counter.confirmed("siti", EIGHT));
    assertThat(markedAt(MIDNIGHT)).isEqualTo(1);
    assertThat(status(siti)).isEqualTo(Status.NO_SHOW);
  }

  // ---- When ----

  @Test
  void nobodyIsMarkedWhileTheDayLasts() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(markedAt(MIDNIGHT.minusMillis(1))).isZero();
    assertThat(now(siti)).isEqualTo(siti);
    assertThat(markedAt(MIDNIGHT)).isEqualTo(1);
  }

  @Test
  void theDayEndsByTheClockOfTheOffice() {
    counter.comes("ani", EIGHT);
    Application here = counter.confirmed("siti", EIGHT);
    somebodyComesTo(THERE);
    Application there = counter.confirmed("made", JAYAPURA, THERE);
    Instant midnightThere = on("2026-12-07T22:00");
    assertThat(markedAt(midnightThere.minusMillis(1))).isZero();
    assertThat(markedAt(midnightThere)).isEqualTo(1);
    assertThat(status(there)).isEqualTo(Status.NO_SHOW);
    assertThat(now(here)).isEqualTo(here);
    assertThat(markedAt(MIDNIGHT)).isEqualTo(1);
    assertThat(status(here)).isEqualTo(Status.NO_SHOW);
  }

  @Test
  void aDayIsMadeUpForAWeek() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(markedAt(on("2026-12-14T23:59:59"))).isEqualTo(1);
    assertThat(status(siti)).isEqualTo(Status.NO_SHOW);
  }

  @Test
  void andNoLonger() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(markedAt(on("2026-12-15T00:00"))).isZero();
    assertThat(now(siti)).isEqualTo(siti);
  }

  @Test
  void onceMoreItMarksNobody() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    assertThat(markedAt(MIDNIGHT)).isEqualTo(1);
    Application marked = now(siti);
    assertThat(markedAt(on("2026-12-08T01:00"))).isZero();
    assertThat(now(siti)).isEqualTo(marked);
  }

  // ---- What is taken back ----

  @Test
  void aSupervisorTakesItBackByOpeningTheBookingAgain() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    markedAt(MIDNIGHT);
    Application open =
        done(counter.world.reopenBooking().reopen(siti.id(), "she was here", SUPERVISOR, null));
    assertThat(open.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(hasSeat(siti)).isFalse();

    assertThat(markedAt(on("2026-12-08T01:00"))).isZero();
    assertThat(now(siti)).as("she has nothing to come to").isEqualTo(open);
  }

  // ---- Lists that lag, faults, and others at the same time ----

  /** What was in the list a moment ago, whatever has become of it; in pages. */
  private record FormerList(List<Appointment> all, int page) implements FindAppointments {
    @Override
    public Page onDay(OfficeId office, LocalDate day, int limit, @Nullable String cursor) {
      List<Appointment> here =
          all.stream()
              .filter(it -> it.seat().session().office().equals(office))
              .filter(it -> it.seat().session().date().equals(day))
              .toList();
      int from = cursor == null ? 0 : Integer.parseInt(cursor);
      int to = Math.min(here.size(), from + page);
      return new Page(here.subList(from, to), to == here.size() ? null : Integer.toString(to));
    }

    @Override
    public Set<ApplicationId> paidIn(SessionId session) {
      throw new AssertionError("nobody asks");
    }
  }

  private static Appointment listed(Application application) {
    return Appointment.of(application).orElseThrow();
  }

  @Test
  void whoMovedToAnotherDayAfterTheListWasMadeStays() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    SessionId later = new SessionId(CILEGON.id(), DAY.plusDays(7), EIGHT.start(), Lane.REGULAR);
    Application moved = counter.moved(siti, CILEGON, later);
    counter.world.time.reach(MIDNIGHT);
    assertThat(marking(new FormerList(List.of(listed(siti)), 10)).run()).isZero();
    assertThat(now(siti)).isEqualTo(moved);
  }

  /** Nobody came to that one at all: it may have been closed. */
  @Test
  void whoMovedToAnotherOfficeOnTheSameDayIsJudgedByThatOne() {
    Application made = counter.confirmed("made", JAYAPURA, THERE);
    somebodyComesTo(THERE);
    Application moved = counter.moved(made, CILEGON, NINE);
    counter.world.time.reach(MIDNIGHT);
    assertThat(marking(new FormerList(List.of(listed(made)), 10)).run()).isZero();
    assertThat(now(made)).isEqualTo(moved);
  }

  @Test
  void whoWasCheckedInOrReopenedAfterTheListWasMadeStays() {
    Application ani = counter.confirmed("ani", EIGHT);
    Application budi = counter.confirmed("budi", EIGHT);
    List<Appointment> former = List.of(listed(ani), listed(budi));
    Application here = done(counter.scan(ani)).application();
    Application open =
        done(counter.world.reopenBooking().reopen(budi.id(), "is ill", SUPERVISOR, null));
    counter.world.time.reach(MIDNIGHT);
    assertThat(marking(new FormerList(former, 10)).run()).isZero();
    assertThat(now(ani)).isEqualTo(here);
    assertThat(now(budi)).isEqualTo(open);
  }

  @Test
  void whoIsNoneAnyMoreIsLeftOut() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    Application elsewhere = new Counter().confirmed("gone", EIGHT);
    counter.world.time.reach(MIDNIGHT);
    FormerList list = new FormerList(List.of(listed(elsewhere), listed(siti)), 10);
    assertThat(marking(list).run()).isEqualTo(1);
    assertThat(status(siti)).isEqualTo(Status.NO_SHOW);
  }

  @Test
  void aLongListIsReadToItsEnd() {
    counter.comes("ani", EIGHT);
    List<Appointment> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(listed(counter.confirmed("p" + i, EIGHT)));
    }
    counter.world.time.reach(MIDNIGHT);
    assertThat(marking(new FormerList(all, 3)).run()).isEqualTo(7);
  }

  @Test
  void whatAFaultLeftUndoneTheNextRunDoes() {
    counter.comes("ani", EIGHT);
    List<Application> missing = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      missing.add(counter.confirmed("p" + i, EIGHT));
    }
    counter.world.time.reach(MIDNIGHT);
    counter.faults.down("save");
    assertThatThrownBy(marking::run).isInstanceOf(RuntimeException.class);
    marking.run();
    assertThat(missing).extracting(this::status).containsOnly(Status.NO_SHOW);
  }

  @Test
  void whomAnOfficerMarksAtTheSameMomentIsMarkedOnce() {
    counter.comes("ani", EIGHT);
    Application siti = counter.confirmed("siti", EIGHT);
    counter.world.time.reach(MIDNIGHT);
    List<Application> byTheOther = new ArrayList<>();
    counter.faults.before(
        "save",
        () ->
            byTheOther.add(
                done(counter.ends.end(siti.id(), new EndVisit.NoShow(), OFFICER, null))));
    marking.run();
    assertThat(now(siti)).isEqualTo(byTheOther.getFirst());
    assertThat(now(siti).version()).isEqualTo(siti.version() + 1);
  }
}
