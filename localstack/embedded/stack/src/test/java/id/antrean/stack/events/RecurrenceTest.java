package id.antrean.stack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute)      | 2026-11-23T10:00:30Z | 2026-11-23T10:01:30Z",
        "rate(6 hours)       | 2026-11-23T10:00:30Z | 2026-11-23T16:00:30Z",
        "cron(0 3 * * ? *)   | 2026-11-23T10:00:30Z | 2026-11-24T03:00:00Z",
        "cron(*/15 * * * ? *)| 2026-11-23T10:00:00Z | 2026-11-23T10:15:00Z",
        "cron(30 1 1 * ? *)  | 2026-12-31T23:59:59Z | 2027-01-01T01:30:00Z",
        "cron(0 8 ? * MON-FRI *) | 2026-11-27T09:00:00Z | 2026-11-30T08:00:00Z",
        "cron(0 0 29 FEB ? *)| 2026-11-23T10:00:00Z | 2028-02-29T00:00:00Z",
      })
  void theNextTimeIsTheFirstAfterTheGivenOne(String expression, Instant after, Instant next) {
    assertThat(Recurrence.parse(expression).next(after)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every day",
        "rate(0 minutes)",
        "cron(0 3 * *)",
        "cron(0 25 * * ? *)",
        "cron(0 3 L * ? *)"
      })
  void whatEventBridgeOrTheStackDoesNotUnderstandIsRefused(String expression) {
    assertThatThrownBy(() -> Recurrence.parse(expression))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aYearThatIsOverNeverComes() {
    assertThat(Recurrence.parse("cron(0 0 1 1 ? 2020)").next(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo(Instant.MAX);
  }
}
