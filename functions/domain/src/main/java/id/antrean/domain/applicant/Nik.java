package id.antrean.domain.applicant;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's identity number (NIK): {@code PP KK CC DDMMYY SSSS}, sixteen digits.
 *
 * <p>PP is the province, KK the regency or city and CC the district of <em>first registration</em>;
 * DD is the day of birth, raised by 40 for women; SSSS counts from 0001. There is no check digit. A
 * NIK is never changed to follow a corrected birth date or sex, nor a move, so beyond being a
 * possible number it proves nothing: comparing is left to {@link NikNote} and to the civil
 * registry.
 *
 * <p>{@link #toString()} is masked, so that a NIK which slips into a message or a log betrays
 * nobody.
 *
 * @param digits the sixteen ASCII digits
 */
public record Nik(String digits) {

  private static final int LENGTH = 16;
  private static final int SHOWN = 4;
  private static final int WOMEN_DAY_OFFSET = 40;

  /**
   * Guards against building an impossible number; input from outside goes through {@link #parse}.
   */
  public Nik {
    Flaw flaw = flawIn(digits);
    if (flaw != null) {
      throw new IllegalArgumentException("not a NIK: " + flaw);
    }
  }

  /** What reading a NIK from text comes to. */
  public sealed interface Reading permits Parsed, Malformed {}

  /** The text is a possible NIK. */
  public record Parsed(Nik nik) implements Reading {}

  /** The text cannot be a NIK. */
  public record Malformed(Flaw flaw) implements Reading {}

  /** Why a text cannot be a NIK. */
  public enum Flaw {
    /** Not exactly sixteen digits 0–9. */
    NOT_SIXTEEN_DIGITS,
    /** The date part is no date of the 20th or the 21st century. */
    IMPOSSIBLE_DATE,
    /** The serial number is 0000; serials begin with 0001. */
    NO_SERIAL
  }

  /** Reads a NIK from exactly sixteen digits; spaces and separators are not forgiven. */
  public static Reading parse(String text) {
    Flaw flaw = flawIn(text);
    return flaw == null ? new Parsed(new Nik(text)) : new Malformed(flaw);
  }

  /** Province and regency or city of first registration: the first four digits. */
  public String regionCode() {
    return digits.substring(0, 4);
  }

  /** The sex the number was issued for. */
  public Sex sex() {
    return number(digits, 6, 8) > WOMEN_DAY_OFFSET ? Sex.FEMALE : Sex.MALE;
  }

  /**
   * Whether the number was issued for this birth date; its two-digit year may stand for 19YY or
   * 20YY.
   */
  public boolean agreesWith(LocalDate birthDate) {
    int century = birthDate.getYear() / 100;
    return (century == 19 || century == 20)
        && birthDate.getYear() % 100 == year(digits)
        && birthDate.getMonthValue() == month(digits)
        && birthDate.getDayOfMonth() == day(digits);
  }

  /**
   * The form people may see: the last four digits alone. Twelve are hidden, because whoever shows a
   * number shows the birth date and the sex beside it, and with those more digits would leave few
   * numbers to try.
   */
  public String masked() {
    return masked(digits);
  }

  /** The same of a number that was masked before, when more of it was shown. */
  public static String masked(String number) {
    return "*".repeat(LENGTH - SHOWN) + number.substring(LENGTH - SHOWN);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static @Nullable Flaw flawIn(String text) {
    if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Flaw.NOT_SIXTEEN_DIGITS;
    }
    if (!datePossible(text)) {
      return Flaw.IMPOSSIBLE_DATE;
    }
    return number(text, 12, LENGTH) == 0 ? Flaw.NO_SERIAL : null;
  }

  private static boolean datePossible(String digits) {
    int month = month(digits);
    int day = day(digits);
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    return YearMonth.of(1900 + year(digits), month).isValidDay(day)
        || YearMonth.of(2000 + year(digits), month).isValidDay(day);
  }

  private static int day(String digits) {
    int written = number(digits, 6, 8);
    return written > WOMEN_DAY_OFFSET ? written - WOMEN_DAY_OFFSET : written;
  }

  private static int month(String digits) {
    return number(digits, 8, 10);
  }

  private static int year(String digits) {
    return number(digits, 10, 12);
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }
}
