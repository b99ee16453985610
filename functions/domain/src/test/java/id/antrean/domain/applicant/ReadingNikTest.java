package id.antrean.domain.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingNikTest {

  private static final Set<String> DATE_PARTS = everyDatePart();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "990101010795001",
        "99010101079500011",
        "9901 01010795001",
        "990101-107950001",
        " 9901010107950001",
        "9901010107950001 ",
        "+901010107950001",
        "990101010795000A",
        "\u0669901010107950001", // Arabic-Indic nine
        "\uFF19901010107950001", // full-width nine
      })
  void anythingButSixteenAsciiDigitsIsNoNik(String text) {
    assertThat(Nik.parse(text)).isEqualTo(new Nik.Malformed(Nik.Flaw.NOT_SIXTEEN_DIGITS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9901010007950001", // day 0
        "9901013201950001", // day 32
        "9901013104950001", // 31 April
        "9901014007950001", // a woman's day 0
        "9901017201950001", // a woman's day 32
        "9901017104950001", // a woman's 31 April
        "9901019901950001", // day 99
        "9901010100950001", // month 0
        "9901010113950001", // month 13
        "9901013002960001", // 30 February
        "9901012902950001", // 29 February 1995 or 2095
        "9901016902010001", // a woman's 29 February 1901 or 2001
      })
  void aDateOfNeitherCenturyIsImpossible(String text) {
    assertThat(Nik.parse(text)).isEqualTo(new Nik.Malformed(Nik.Flaw.IMPOSSIBLE_DATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9901012902960001",
        "9901016902960001",
        "9901012902000001", // 2000 was a leap year though 1900 was not
        "9901013112990001",
        "9901017112990001"
      })
  void lastDaysOfMonthsArePossible(String text) {
    assertThat(Nik.parse(text)).isEqualTo(new Nik.Parsed(new Nik(text)));
  }

  @Test
  void serialsBeginWithOne() {
    assertThat(Nik.parse("9901010107950000")).isEqualTo(new Nik.Malformed(Nik.Flaw.NO_SERIAL));
    assertThat(Nik.parse("9901010107959999")).isInstanceOf(Nik.Parsed.class);
  }

  @Test
  void theFortiethIsNobodysBirthday() {
    assertThat(Nik.parse("9901014001950001"))
        .isEqualTo(new Nik.Malformed(Nik.Flaw.IMPOSSIBLE_DATE));
    assertThat(new Nik("9901014101950001").sex()).isEqualTo(Sex.FEMALE);
    assertThat(new Nik("9901013101950001").sex()).isEqualTo(Sex.MALE);
  }

  @Test
  void anUnassignedRegionIsNoFlaw() {
    assertThat(Nik.parse("0000000107950001")).isInstanceOf(Nik.Parsed.class);
  }

  @Test
  void theRegionIsTheFirstFourDigits() {
    assertThat(new Nik("9901014107950001").regionCode()).isEqualTo("9901");
  }

  @Test
  void onlyTheSerialIsEverShown() {
    Nik nik = new Nik("9901014107950001");

    assertThat(nik.masked()).isEqualTo("************0001");
    assertThat(nik).hasToString("************0001");
    assertThat(new Nik.Parsed(nik).toString()).doesNotContain("14107950");
    assertThat(nik.digits()).isEqualTo("9901014107950001");
  }

  @Test
  void anImpossibleNikCannotBeBuiltAndIsNotRepeated() {
    assertThatThrownBy(() -> new Nik("9901013104950001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("9901");
  }

  @ParameterizedTest
  @MethodSource("people")
  void aNikAgreesWithTheBirthDateAndSexItWasIssuedFor(Person person) {
    Nik nik = person.nik();

    assertThat(Nik.parse(nik.digits())).isEqualTo(new Nik.Parsed(nik));
    assertThat(nik.sex()).isEqualTo(person.sex());
    assertThat(nik.agreesWith(person.born())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("people")
  void aNikAgreesWithNoOtherDate(Person person) {
    Nik nik = person.nik();
    LocalDate born = person.born();

    assertThat(
            LongStream.rangeClosed(1, 400)
                .boxed()
                .flatMap(days -> Stream.of(born.plusDays(days), born.minusDays(days)))
                .filter(nik::agreesWith))
        .isEmpty();
    assertThat(nik.agreesWith(born.plusYears(200))).isFalse();
    assertThat(nik.agreesWith(born.minusYears(200))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("people")
  void itsTwoDigitYearStandsForEitherCentury(Person person) {
    LocalDate born = person.born();
    LocalDate otherCentury = born.plusYears(born.getYear() < 2000 ? 100 : -100);

    assertThat(person.nik().agreesWith(otherCentury))
        .isEqualTo(otherCentury.getDayOfMonth() == born.getDayOfMonth());
  }

  @ParameterizedTest
  @MethodSource("digitStrings")
  void sixteenDigitsAreReadExactlyWhenTheCalendarAllows(String digits) {
    assertThat(Nik.parse(digits) instanceof Nik.Parsed)
        .isEqualTo(DATE_PARTS.contains(digits.substring(6, 12)) && !digits.endsWith("0000"));
  }

  record Person(LocalDate born, Sex sex, int serial) {
    Nik nik() {
      int day = born.getDayOfMonth() + (sex == Sex.FEMALE ? 40 : 0);
      return new Nik(
          "990102%02d%02d%02d%04d"
              .formatted(day, born.getMonthValue(), born.getYear() % 100, serial));
    }
  }

  static Stream<Person> people() {
    Random random = new Random(20261123);
    long first = LocalDate.of(1900, 1, 1).toEpochDay();
    long last = LocalDate.of(2099, 12, 31).toEpochDay();
    return Stream.generate(
            () ->
                new Person(
                    LocalDate.ofEpochDay(random.nextLong(first, last + 1)),
                    random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                    random.nextInt(1, 10_000)))
        .limit(100);
  }

  static Stream<String> digitStrings() {
    Random random = new Random(7);
    return Stream.generate(
            () ->
                "%06d%02d%02d%02d%04d"
                    .formatted(
                        random.nextInt(1_000_000),
                        random.nextInt(75),
                        random.nextInt(14),
                        random.nextInt(100),
                        random.nextInt(3)))
        .limit(500);
  }

  private static Set<String> everyDatePart() {
    return LongStream.rangeClosed(
            LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2099, 12, 31).toEpochDay())
        .mapToObj(LocalDate::ofEpochDay)
        .flatMap(date -> Stream.of(digitsOf(date, 0), digitsOf(date, 40)))
        .collect(Collectors.toSet());
  }

  private static String digitsOf(LocalDate date, int offset) {
    return "%02d%02d%02d"
        .formatted(date.getDayOfMonth() + offset, date.getMonthValue(), date.getYear() % 100);
  }
}
