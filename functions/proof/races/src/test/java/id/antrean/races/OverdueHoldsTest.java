package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.seat.FindOverdueHolds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Unpaid holds whose time has passed, as the sweep reads them from the table. */
@ExtendWith(RealStore.class)
class OverdueHoldsTest {
  private static final Session EIGHT = session(CILEGON, sessionId("08:00", Lane.REGULAR), 300);
  private static final Instant PAY_BY = NOW.plus(Duration.ofHours(2));

  private final FindOverdueHolds holds;
  private final SaveApplication saves;

  OverdueHoldsTest(Tables tables) {
    this.holds = tables.overdueHolds();
    this.saves = tables.saves();
  }

  private Application holds(String name, Instant payBy) {
    Application ready = ready(name);
    Application held =
        ready.hold(
            new Seat(
                EIGHT.id(),
                new HoldId(ready.id(), ready.version()),
                EIGHT.startsAt(),
                EIGHT.endsAt(),
                EIGHT.zone()),
            payBy,
            account(name),
            NOW);
    assertThat(saves.create(held)).isTrue();
    return held;
  }

  private List<ApplicationId> overdue(Instant moment) {
    return holds.overdue(moment).map(overdue -> overdue.hold().application()).toList();
  }

  @Test
  void aHoldIsOverdueWhenItsDeadlineHasPassed() {
    Application siti = holds("siti", PAY_BY);
    holds("budi", PAY_BY.plusSeconds(2));

    assertThat(overdue(PAY_BY)).isEmpty();
    assertThat(overdue(PAY_BY.plusSeconds(1))).containsExactly(siti.id());
  }

  /** They are all in one part of the index, and it is read a hundred at a time. */
  @Test
  void everyHoldIsFoundHoweverManyThereAre() {
    List<ApplicationId> all =
        IntStream.range(0, 201).mapToObj(i -> holds(alike(i), PAY_BY).id()).toList();

    assertThat(overdue(PAY_BY.plusSeconds(1))).containsExactlyInAnyOrderElementsOf(all);
  }

  /** Sixteen letters that all have the same hash, by which parts are chosen. */
  private static String alike(int number) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 8; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }
}
