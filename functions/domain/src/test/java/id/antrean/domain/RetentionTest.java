package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.EffectiveDated.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long what is known of a person is kept. */
class RetentionTest {
  private static final Instant MADE = Instant.parse("2026-11-23T18:30:00Z");

  @ParameterizedTest
  @CsvSource({"application, 2031-11-23T18:30:00Z", "notification, 2036-11-23T18:30:00Z"})
  void anApplicationFiveYearsMoneyTen(String kind, Instant until) {
    assertThat(Retention.until(kind, MADE)).isEqualTo(until);
  }

  /** A day begins in Jakarta; the file's order says nothing. */
  @ParameterizedTest
  @CsvSource({
    "2019-12-31T16:59:59Z, 2020-12-31T16:59:59Z",
    "2026-12-31T16:59:59Z, 2027-12-31T16:59:59Z",
    "2026-12-31T17:00:00Z, 2028-12-31T17:00:00Z"
  })
  void theRuleOfTheDayOnWhichItWasMadeCounts(Instant made, Instant until) {
    List<Row> rows =
        List.of(
            new Row(LocalDate.of(2027, 1, 1), List.of("letter", "P2Y")),
            new Row(LocalDate.of(2020, 1, 1), List.of("letter", "P1Y")),
            new Row(LocalDate.of(2020, 1, 1), List.of("notification", "P9Y")));

    assertThat(Retention.until(rows, "letter", made)).isEqualTo(until);
  }

  @Test
  void aRecordWithoutAnEndIsAFault() {
    assertThatThrownBy(() -> Retention.until("diary", MADE)).hasMessageContaining("diary");
  }
}
