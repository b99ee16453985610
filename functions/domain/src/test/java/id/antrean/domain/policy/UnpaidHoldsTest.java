package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.payingBy;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account may hold two by the terms of these tests. */
class UnpaidHoldsTest {
  private static final Instant TEN = NOW.plus(Duration.ofHours(1));
  private static final Instant ELEVEN = NOW.plus(Duration.ofHours(2));

  private final UnpaidHolds rule = new UnpaidHolds(2);

  private static List<ApplicationId> family(int members) {
    return IntStream.range(0, members)
        .mapToObj(member -> new ApplicationId("family_member_%02d".formatted(member)))
        .toList();
  }

  private Refusal told(Instant now, ZoneId zone, Wishes... unpaid) {
    return rule.refusal(Stream.of(unpaid).map(Wishes::application), zone, now);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whoseFamilyHoldsFewerMayHoldOneMore(int unpaid) {
    assertThat(rule.allow(ready().application(), family(unpaid))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whoseFamilyHoldsAsManyMayNot(int unpaid) {
    assertThat(rule.allow(ready().application(), family(unpaid))).isFalse();
  }

  @Test
  void whoIsOneOfThemMayTakeAnotherSeatForIt() {
    List<ApplicationId> unpaid = List.of(ready().application().id(), family(1).getFirst());
    assertThat(rule.allow(payingBy(TEN).application(), unpaid)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID_UNSCHEDULED", "CONFIRMED"})
  void whoHasPaidIsNotCounted(Status status) {
    assertThat(rule.allow(paid(status).application(), family(2))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void theEndIsWhenTheFirstOfThemHasToBePaidByTheClockThatIsAsked(ZoneId zone) {
    Refusal untilTen = new Refusal.TooManyHolds(2, TEN.atZone(zone));
    assertThat(told(NOW, zone, payingBy(ELEVEN), payingBy(TEN))).isEqualTo(untilTen);
    assertThat(told(NOW, zone, payingBy(TEN), payingBy(ELEVEN))).isEqualTo(untilTen);
  }

  @Test
  void aDeadlineIsToldUntilItHasPassed() {
    Wishes[] unpaid = {payingBy(TEN), payingBy(ELEVEN)};
    Refusal withoutAnEnd = new Refusal.TooManyHolds(2, null);
    assertThat(told(TEN.minusSeconds(1), WIT, unpaid))
        .isEqualTo(new Refusal.TooManyHolds(2, TEN.atZone(WIT)));
    assertThat(told(TEN, WIT, unpaid)).isEqualTo(withoutAnEnd);
    assertThat(told(TEN.plusSeconds(1), WIT, unpaid)).isEqualTo(withoutAnEnd);
  }

  @Test
  void whatHasNothingToPayByNowHasNoDeadline() {
    assertThat(told(NOW, WIB)).isEqualTo(new Refusal.TooManyHolds(2, null));
    assertThat(told(NOW, WIB, ready(), paid(Status.CONFIRMED)))
        .isEqualTo(new Refusal.TooManyHolds(2, null));
    assertThat(told(NOW, WIB, ready(), payingBy(TEN)))
        .isEqualTo(new Refusal.TooManyHolds(2, TEN.atZone(WIB)));
  }
}
