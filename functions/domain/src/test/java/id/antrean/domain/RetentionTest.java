package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
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

  @Test
  void aRecordWithoutAnEndIsAFault() {
    assertThatThrownBy(() -> Retention.until("diary", MADE)).hasMessageContaining("diary");
  }
}
