package id.antrean.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.antrean.domain.EffectiveDated.Row;
import id.antrean.domain.application.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpendAllowanceTest {
  private static final Instant NOW = Instant.parse("2026-12-07T01:20:30Z");

  private final List<Window> asked = new ArrayList<>();

  @Test
  void everyWindowIsCountedTheShortestFirst() {
    assertThat(spend((allowance, whose, window, times, limit) -> asked.add(window))).isEmpty();

    assertThat(asked)
        .containsExactly(
            new Window(Instant.parse("2026-12-07T01:00:00Z"), Duration.ofHours(1)),
            new Window(Instant.parse("2026-12-07T00:00:00Z"), Duration.ofHours(24)));
  }

  @Test
  void atItsLimitItSaysHowLongToWaitAndCountsNoFurther() {
    assertThat(
            spend(
                (allowance, whose, window, times, limit) -> {
                  asked.add(window);
                  return false;
                }))
        .contains(new Refusal.TooManyRequests(Duration.parse("PT39M30S")));
    assertThat(asked).hasSize(1);
  }

  @Test
  void theDayMayBeFullWhileTheHourIsNot() {
    assertThat(
            spend(
                (allowance, whose, window, times, limit) ->
                    window.length().equals(Duration.ofHours(1))))
        .contains(new Refusal.TooManyRequests(Duration.parse("PT22H39M30S")));
  }

  @Test
  void anAccountIsCountedByItsNameAgainstTheDatasLimit() {
    List<String> counted = new ArrayList<>();
    spend(
        (allowance, whose, window, times, limit) ->
            counted.add(allowance + " " + whose + " " + window.length() + " " + limit));

    assertThat(counted).containsExactly("REGISTRATION siti PT1H 60", "REGISTRATION siti PT24H 300");
  }

  @Test
  void severalAreCountedAtOnce() {
    List<Integer> counted = new ArrayList<>();
    new SpendAllowance((what, whose, window, times, limit) -> counted.add(times), clock())
        .spend(Allowance.DECLARATION, "siti", 4);

    assertThat(counted).isNotEmpty().containsOnly(4);
  }

  @Test
  void aNewerRowTakesTheOldersPlaceFromItsDayOn() {
    List<Row> rows =
        List.of(
            row("2026-01-01", "REGISTRATION", "PT1H", "60"),
            row("2027-01-01", "REGISTRATION", "PT1H", "5"),
            row("2026-01-01", "CORRECTION", "PT1H", "7"));

    assertThat(limits(rows, "2026-12-31")).containsExactly(entry(Duration.ofHours(1), 60));
    assertThat(limits(rows, "2027-01-01")).containsExactly(entry(Duration.ofHours(1), 5));
    assertThat(limits(rows, "2025-12-31")).isEmpty();
  }

  /** Twenty-five applications with five papers, each asked for three times, in one hour. */
  @ParameterizedTest
  @EnumSource
  void aVillageHelpersDayFits(Allowance allowance) {
    List<Integer> limits = new ArrayList<>();
    new SpendAllowance((what, whose, window, times, limit) -> limits.add(limit), clock())
        .spend(allowance, "siti");

    int needed =
        switch (allowance) {
          case REGISTRATION, IDENTITY_CHECK -> 25;
          case CORRECTION -> 100;
          case DECLARATION -> 375;
          case UPLOAD_URL, PAYMENT_CODE -> 3;
          case BILL_CHECK -> 1;
        };
    assertThat(limits).isNotEmpty().allMatch(limit -> limit >= needed);
  }

  private Optional<Refusal> spend(CountUse uses) {
    return new SpendAllowance(uses, clock()).spend(Allowance.REGISTRATION, "siti");
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static Map<Duration, Integer> limits(List<Row> rows, String day) {
    return SpendAllowance.limits(rows, Allowance.REGISTRATION, LocalDate.parse(day));
  }

  private static Row row(String from, String... columns) {
    return new Row(LocalDate.parse(from), List.of(columns));
  }
}
