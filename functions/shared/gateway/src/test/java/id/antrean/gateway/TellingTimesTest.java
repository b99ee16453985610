package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTimesTest {
  private static final Instant MONDAY = Instant.parse("2026-12-06T23:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Asia/Jakarta  | Senin, 7 Desember 2026 pukul 06.00 WIB  | Monday, 7 December 2026 at 06:00 WIB
          Asia/Makassar | Senin, 7 Desember 2026 pukul 07.00 WITA | Monday, 7 December 2026 at 07:00 WITA
          Asia/Jayapura | Senin, 7 Desember 2026 pukul 08.00 WIT  | Monday, 7 December 2026 at 08:00 WIT
          Asia/Kolkata  | Senin, 7 Desember 2026 pukul 04.30 UTC+05:30 | Monday, 7 December 2026 at 04:30 UTC+05:30
          """)
  void aPersonHearsItInTheirLanguageAndTheOfficesZone(
      ZoneId zone, String indonesian, String english) {
    assertThat(Times.said(MONDAY.atZone(zone), Language.INDONESIAN)).isEqualTo(indonesian);
    assertThat(Times.said(MONDAY.atZone(zone), Language.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-07T07:59:00Z, 07:59",
    "2026-12-07T07:59:00.001Z, 08:00",
    "2026-12-07T23:59:59Z, 00:00"
  })
  void aMinuteThatHasBegunIsToldAsTheNext(ZonedDateTime moment, String clock) {
    assertThat(Times.said(moment, Language.ENGLISH)).contains(" at " + clock + " UTC");
  }

  @Test
  void theMachinesLocaleChangesNothing() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      ZonedDateTime moment = MONDAY.atZone(ZoneId.of("Asia/Jayapura"));
      assertThat(Times.said(moment, Language.INDONESIAN))
          .isEqualTo("Senin, 7 Desember 2026 pukul 08.00 WIT");
      assertThat(Times.at(moment)).isEqualTo("2026-12-07T08:00:00+09:00");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void aProgramReadsWholeSecondsAndAnOffset() {
    assertThat(Times.at(MONDAY.plusMillis(999))).isEqualTo("2026-12-07T06:00:00+07:00");
    assertThat(Times.at(MONDAY, ZoneId.of("Asia/Makassar"))).isEqualTo("2026-12-07T07:00:00+08:00");
    assertThat(Times.at(MONDAY, null)).isEqualTo("2026-12-07T06:00:00+07:00");
  }
}
