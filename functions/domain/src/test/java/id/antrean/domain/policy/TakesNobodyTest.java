package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WITA;
import static id.antrean.domain.office.Calendars.holds;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.office.Calendars.opening;
import static id.antrean.domain.office.Calendars.releasing;
import static id.antrean.domain.office.Calendars.session;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two hours are there to pay by the terms of these tests. */
class TakesNobodyTest {
  private static final Instant PAID_BY = NOW.plus(TERMS.paymentWindow());
  private static final Refusal FOR_GOOD = new Refusal.SoldOut(null);

  private final TakesNobody rule = new TakesNobody(TERMS);
  private final AtomicInteger asked = new AtomicInteger();

  private static Session taken(int quota, int taken) {
    return session(CILEGON, "2026-12-07T08:00", quota, taken);
  }

  /** Its last seat was claimed now. */
  private static Session full() {
    return taken(2, 0).seating(holds(2), NOW);
  }

  private static Session closed() {
    return full().closed();
  }

  private static Session opensAt(Instant moment) {
    return opening(taken(2, 0), moment);
  }

  private Refusal why(Session session, boolean allPaid, Instant now) {
    return rule.why(
        session,
        it -> {
          assertThat(it).isEqualTo(session);
          asked.incrementAndGet();
          return allPaid;
        },
        now);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "20, 19"})
  void anOpenSessionTakesSomebodyUntilItsLastSeatIsTaken(int quota, int taken) {
    assertThat(rule.isTrueOf(taken(quota, taken), NOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0, 0", "5, 12"})
  void aFullOneTakesNobody(int quota, int taken) {
    assertThat(rule.isTrueOf(taken(quota, taken), NOW)).isTrue();
    assertThat(why(taken(quota, taken), false, NOW)).isEqualTo(FOR_GOOD);
  }

  @Test
  void aClosedOneTakesNobodyAndSaysSoWhateverElseIsTrueOfIt() {
    assertThat(rule.isTrueOf(taken(2, 0).closed(), NOW)).isTrue();
    assertThat(why(closed(), false, NOW)).isEqualTo(new Refusal.SessionClosed());
    assertThat(why(opening(closed(), PAID_BY), false, NOW)).isEqualTo(new Refusal.SessionClosed());
    assertThat(rule.whyUnasked(closed(), NOW)).isEqualTo(new Refusal.SessionClosed());
  }

  @Test
  void oneThatOpensLaterTakesNobodyUntilThatSecond() {
    Session session = opensAt(NOW);
    assertThat(rule.isTrueOf(session, NOW.minusSeconds(1))).isTrue();
    assertThat(rule.isTrueOf(session, NOW)).isFalse();
    assertThat(rule.isTrueOf(session, NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void itSaysByTheClockOfItsOfficeWhenItOpens() {
    Session bali = opening(session(office(WITA), "2026-12-07T08:00", 2, 0), NOW);
    assertThat(why(bali, false, NOW.minusSeconds(1)))
        .isEqualTo(new Refusal.NotOpenYet(NOW.atZone(WITA)));
    assertThat(rule.whyUnasked(bali, NOW.minusSeconds(1)))
        .isEqualTo(new Refusal.NotOpenYet(NOW.atZone(WITA)));
  }

  @Test
  void aFullOneMayComeFreeUntilTheLastWhoClaimedASeatHasToHavePaid() {
    Refusal until = new Refusal.SoldOut(PAID_BY.atZone(WIB));
    assertThat(why(full(), false, NOW)).isEqualTo(until);
    assertThat(why(full(), false, PAID_BY.minusSeconds(1))).isEqualTo(until);
    assertThat(why(full(), false, PAID_BY)).isEqualTo(FOR_GOOD);
    assertThat(why(full(), false, PAID_BY.plusSeconds(1))).isEqualTo(FOR_GOOD);
  }

  /** Late in the evening of its own day. */
  @Test
  void nothingComesFreeAfterItsDay() {
    Instant ends = full().id().dayEnds(WIB).toInstant();
    Session late = taken(2, 0).seating(holds(2), ends.minusSeconds(1800));
    Refusal until = new Refusal.SoldOut(ends.atZone(WIB));
    assertThat(why(late, false, ends.minusSeconds(1))).isEqualTo(until);
    assertThat(why(late, false, ends)).isEqualTo(FOR_GOOD);
  }

  @Test
  void whereEverybodyHasPaidNothingComesFree() {
    assertThat(why(full(), true, NOW)).isEqualTo(FOR_GOOD);
  }

  @Test
  void whoeverAsksNobodyGoesByTheSessionAlone() {
    assertThat(rule.whyUnasked(full(), NOW)).isEqualTo(new Refusal.SoldOut(PAID_BY.atZone(WIB)));
    assertThat(rule.whyUnasked(full(), PAID_BY)).isEqualTo(FOR_GOOD);
    assertThat(rule.whyUnasked(taken(2, 2), NOW)).isEqualTo(FOR_GOOD);
  }

  @Test
  void whoHasPaidIsAskedOnlyWhereItMakesADifference() {
    why(closed(), false, NOW);
    why(opensAt(PAID_BY), false, NOW);
    why(taken(2, 2), false, NOW);
    why(full(), false, PAID_BY);
    assertThat(asked).hasValue(0);
    why(full(), false, NOW);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatWasSaidOfTheOpeningIsTrueUntilThatSecondAndTheRestUntilSomebodyLooksAgain() {
    Refusal notYet = new Refusal.NotOpenYet(NOW.atZone(WIB));
    assertThat(rule.isStillTrue(notYet, NOW.minusSeconds(1))).isTrue();
    assertThat(rule.isStillTrue(notYet, NOW)).isFalse();
    assertThat(rule.isStillTrue(FOR_GOOD, NOW)).isTrue();
    assertThat(rule.isStillTrue(new Refusal.SessionClosed(), NOW)).isTrue();
    assertThat(rule.isStillTrue(new Refusal.SoldOut(NOW.atZone(WIB)), PAID_BY)).isTrue();
  }

  @Test
  void oneWhoseOpenPartIsTakenSaysWhenTheNextOpensAndAsksNobody() {
    Instant next = NOW.plusSeconds(60);
    Session partly = releasing(taken(10, 4), new Release(NOW, 4), new Release(next, 2));
    Refusal notYet = new Refusal.NotOpenYet(next.atZone(WIB));

    assertThat(rule.isTrueOf(partly, NOW)).isTrue();
    assertThat(why(partly, false, NOW)).isEqualTo(notYet);
    assertThat(rule.whyUnasked(partly, NOW)).isEqualTo(notYet);
    assertThat(asked).hasValue(0);
    assertThat(rule.isTrueOf(partly, next)).isFalse();
  }

  @Test
  void oneThatOpenedInPartsIsSoldOutWhereOnlySeatsAreLeftThatAreKeptBack() {
    Session keptBack =
        releasing(taken(10, 4), new Release(NOW, 3), new Release(NOW.plusSeconds(9), 1));

    assertThat(why(keptBack, false, NOW.plusSeconds(9))).isEqualTo(FOR_GOOD);
  }

  @Test
  void oneThatAClosureKeepsClosedSaysSoWhateverOpensLater() {
    Session partly =
        releasing(taken(10, 4), new Release(NOW, 4), new Release(PAID_BY, 2))
            .closedBy(new ClosureId("2026-12-07-aaaa"));

    assertThat(why(partly, false, NOW)).isEqualTo(new Refusal.SessionClosed());
    assertThat(rule.isTrueOf(partly, PAID_BY)).isTrue();
  }
}
