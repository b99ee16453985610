package id.antrean.counter;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5545, as a phone reads it. */
class TicketCalendarTest {
  private static final TicketCode CODE = new TicketCode("K7Q29MXA");
  private static final ApplicationId SITI = new ApplicationId("siti____________");

  private static Office called(String name, String address) {
    return new Office(
        CILEGON.id(),
        name,
        address,
        new Office.Location(-6.0169, 106.05),
        CILEGON.zone(),
        CILEGON.services(),
        CILEGON.pattern(),
        CILEGON.rules());
  }

  private static Seat seat(String zone) {
    ZoneId there = ZoneId.of(zone);
    LocalDate day = LocalDate.of(2026, 12, 7);
    ZonedDateTime begins = day.atTime(8, 0).atZone(there);
    return new Seat(
        new SessionId(CILEGON.id(), day, LocalTime.of(8, 0), Lane.REGULAR),
        new HoldId(SITI, 4),
        begins.toInstant(),
        begins.plusMinutes(90).toInstant(),
        there);
  }

  private static String calendar(Office office) {
    return TicketCalendar.of(seat("Asia/Jakarta"), office, CODE, 7, NOW, Language.INDONESIAN);
  }

  private static String calendar(String name, String address) {
    return calendar(called(name, address));
  }

  /** Its lines after what was folded is one line again. */
  private static List<String> lines(String calendar) {
    assertThat(calendar).endsWith("\r\n");
    return List.of(calendar.replace("\r\n ", "").split("\r\n", 0));
  }

  /** What the property of that name says, as somebody reads it. */
  private static String value(String calendar, String property) {
    List<String> found =
        lines(calendar).stream().filter(line -> line.startsWith(property + ":")).toList();
    assertThat(found).as(property).hasSize(1);
    return unescaped(found.getFirst().substring(property.length() + 1));
  }

  /** RFC 5545, 3.3.11, read letter by letter. */
  private static String unescaped(String text) {
    StringBuilder read = new StringBuilder();
    boolean escape = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (escape) {
        assertThat(letter).as("an escape in %s", text).isIn('n', 'N', '\\', ';', ',');
        read.append(letter == 'n' || letter == 'N' ? '\n' : letter);
        escape = false;
      } else if (letter == '\\') {
        escape = true;
      } else {
        assertThat(letter).as("not escaped in %s", text).isNotIn(';', ',');
        read.append(letter);
      }
    }
    assertThat(escape).as("it ends within an escape: %s", text).isFalse();
    return read.toString();
  }

  private static void isFoldedAsItHasToBe(String calendar) {
    assertThat(calendar.replace("\r\n", "")).as("line ends").doesNotContain("\r", "\n");
    for (String line : calendar.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
      assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("no letter is cut in two")
          .isEqualTo(line);
    }
  }

  @Test
  void itIsOneVisit() {
    String calendar = calendar("Kantor Imigrasi Cilegon", "Jalan Raya Merak");
    assertThat(lines(calendar))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Antrean Paspor//ID",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:siti____________@antrean-paspor",
            "SEQUENCE:7",
            "DTSTAMP:20261123T020000Z",
            "DTSTART:20261207T010000Z",
            "DTEND:20261207T023000Z",
            "SUMMARY:Kunjungan Anda ke kantor imigrasi",
            "LOCATION:Kantor Imigrasi Cilegon\\, Jalan Raya Merak",
            "DESCRIPTION:Tunjukkan kode ini di loket: K7Q2-9MXA",
            "GEO:-6.0169;106.05",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void itIsAtTheSameMomentOnAPhoneOfWhicheverZone(String zone) {
    Seat seat = seat(zone);
    String calendar = TicketCalendar.of(seat, CILEGON, CODE, 7, NOW, Language.INDONESIAN);
    assertThat(value(calendar, "DTSTART"))
        .isEqualTo(seat.startsAt().toString().replace("-", "").replace(":", ""));
    assertThat(value(calendar, "DTEND"))
        .isEqualTo(seat.endsAt().toString().replace("-", "").replace(":", ""));
  }

  /** A calendar takes the higher of two of the same event. */
  @Test
  void anotherSeatOfTheSamePersonTakesThePlaceOfTheFormer() {
    String former = calendar(CILEGON);
    String moved =
        TicketCalendar.of(
            seat("Asia/Jayapura"), CILEGON, new TicketCode("00000000"), 8, NOW, Language.ENGLISH);
    assertThat(value(moved, "UID")).isEqualTo(value(former, "UID"));
    assertThat(value(former, "SEQUENCE")).isEqualTo("7");
    assertThat(value(moved, "SEQUENCE")).isEqualTo("8");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theCodeIsInItInEveryLanguage(Language language) {
    String calendar = TicketCalendar.of(seat("Asia/Jakarta"), CILEGON, CODE, 7, NOW, language);
    assertThat(value(calendar, "DESCRIPTION")).contains("K7Q2-9MXA");
    assertThat(value(calendar, "SUMMARY")).isNotBlank();
    isFoldedAsItHasToBe(calendar);
  }

  @Test
  void itSaysNothingOfThePerson() {
    assertThat(calendar(CILEGON).toLowerCase(Locale.ROOT)).doesNotContain("lookup", "9901", "nik");
  }

  // ---- Long and strange names ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kantor Imigrasi; Kelas I, TPI",
        "back\\slash",
        "ends in a backslash\\",
        "two\nlines, and; one\\n that is none",
        ",;\\\n,;\\\n",
        "BEGIN:VEVENT"
      })
  void whateverIsInANameIsReadAsItIs(String name) {
    String calendar = calendar(name, "Jalan Raya Merak");
    assertThat(value(calendar, "LOCATION")).isEqualTo(name + ", Jalan Raya Merak");
    assertThat(lines(calendar)).as("no line more").hasSize(16);
    isFoldedAsItHasToBe(calendar);
  }

  /** Of one, two, three and four octets, and of several code points. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "ꦥ", "🛂", "ꦥꦱꦼ", "🇮🇩", "a\u0301", ",", ";", "\\", "\n"})
  void aLongNameIsFoldedBetweenItsLettersWhateverTheyAre(String letter) {
    for (int times = 1; times <= 200; times++) {
      String name = letter.repeat(times);
      String calendar = calendar(name, "x");
      assertThat(value(calendar, "LOCATION")).isEqualTo(name + ", x");
      isFoldedAsItHasToBe(calendar);
    }
  }

  @Test
  void whatFillsALineToItsEndIsNotFolded() {
    String fits = "x".repeat(75 - "LOCATION:".length() - "\\, y".length());
    assertThat(calendar(fits, "y")).contains("LOCATION:" + fits + "\\, y\r\n");
    assertThat(calendar(fits + "x", "y")).contains("LOCATION:" + fits + "x\\, \r\n y\r\n");
  }
}
