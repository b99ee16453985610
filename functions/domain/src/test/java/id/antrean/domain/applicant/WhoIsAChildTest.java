package id.antrean.domain.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the seventeenth birthday on a person applies alone. */
class WhoIsAChildTest {

  @ParameterizedTest
  @CsvSource({
    "2009-11-23, 2026-11-22, true",
    "2009-11-23, 2026-11-23, false",
    "2009-11-23, 2026-11-24, false",
    "2008-02-29, 2025-02-28, true",
    "2008-02-29, 2025-03-01, false",
    "2026-11-23, 2026-11-23, true",
    "1950-01-01, 2026-11-23, false"
  })
  void untilTheDayBeforeTheirSeventeenthBirthday(LocalDate born, LocalDate day, boolean child) {
    assertThat(Applicant.isChild(born, day)).isEqualTo(child);
  }
}
