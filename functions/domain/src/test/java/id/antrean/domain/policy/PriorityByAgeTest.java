package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityByAgeTest {
  private static final LocalDate VISIT = LocalDate.of(2026, 12, 7);

  @ParameterizedTest
  @CsvSource({
    "1966-12-07, true",
    "1966-12-08, false",
    "1940-01-01, true",
    "2021-12-08, true",
    "2021-12-07, false",
    "2026-12-01, true",
    "1995-07-01, false"
  })
  void onTheDayOfTheVisit(LocalDate born, boolean first) {
    assertThat(PriorityByAge.has(born, VISIT)).isEqualTo(first);
  }
}
