package id.antrean.domain.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NikNotesTest {

  private static final Regions REGIONS = Regions.bundled();
  private static final LocalDate BORN = LocalDate.of(1995, 7, 1);

  /** District 00 does not exist, so no such number was ever issued. */
  private static Nik from(String regionCode) {
    return new Nik(regionCode + "004107959999");
  }

  @Test
  void aNikThatAgreesInAKnownRegionHasNoNotes() {
    assertThat(NikNotes.of(from("3672"), BORN, Sex.FEMALE, REGIONS)).isEmpty();
  }

  @Test
  void everythingOddIsNotedAtOnce() {
    assertThat(NikNotes.of(from("9901"), BORN.plusDays(1), Sex.MALE, REGIONS))
        .containsExactly(NikNote.UNKNOWN_REGION, NikNote.BIRTH_DATE_DIFFERS, NikNote.SEX_DIFFERS);
  }

  @Test
  void aCorrectedBirthDateIsOnlyANote() {
    assertThat(NikNotes.of(from("3672"), BORN.withDayOfMonth(2), Sex.FEMALE, REGIONS))
        .containsExactly(NikNote.BIRTH_DATE_DIFFERS);
  }

  @Test
  void aCorrectedSexIsOnlyANote() {
    assertThat(NikNotes.of(from("3672"), BORN, Sex.MALE, REGIONS))
        .containsExactly(NikNote.SEX_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1101", "3171", "3672", "5171", "9171", "9301", "9671"})
  void regionsOfTodayAreKnown(String regionCode) {
    assertThat(REGIONS.knows(from(regionCode))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6473", "9101", "9271"})
  void codesFromBeforeAProvinceWasDividedAreStillKnown(String regionCode) {
    assertThat(REGIONS.knows(from(regionCode))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "9901", "3100", "1199"})
  void codesThatWereNeverAssignedAreUnknown(String regionCode) {
    assertThat(REGIONS.knows(from(regionCode))).isFalse();
  }
}
