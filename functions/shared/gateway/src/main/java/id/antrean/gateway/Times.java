package id.antrean.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as clients see them, and the only place that prints one. For programs: ISO 8601 in whole
 * seconds with an offset, the office's where there is an office, else +07:00. For people: as they
 * say it, in their language and with the name of the office's zone. Weekdays and months come from
 * {@link Messages}, because a native image carries no locale data but its builder's.
 */
public final class Times {
  private static final ZoneId WIB = ZoneOffset.ofHours(7);

  private Times() {}

  /** A moment that has to do with no office. */
  public static String at(Instant instant) {
    return at(instant, WIB);
  }

  /** A moment at an office; null for none, which has the offset of Jakarta. */
  public static String at(Instant instant, @Nullable ZoneId office) {
    return at(instant.atZone(office == null ? WIB : office));
  }

  /** A moment that knows its zone. */
  public static String at(ZonedDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * A moment within a sentence: {@code Senin, 7 Desember 2026 pukul 08.00 WIT}. A minute that has
   * begun is told as the next, so that what is said to begin then has begun.
   */
  public static String said(ZonedDateTime moment, Language language) {
    ZonedDateTime minute = moment.truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime told = minute.isBefore(moment) ? minute.plusMinutes(1) : minute;
    return Messages.text(
        language,
        "time.moment",
        weekday(told.toLocalDate(), language),
        day(told.toLocalDate(), language),
        clock(told.toLocalTime(), language),
        zone(told));
  }

  /** The day without its weekday: {@code 7 Desember 2026}. */
  public static String day(LocalDate date, Language language) {
    return Messages.text(
        language,
        "time.day",
        date.getDayOfMonth(),
        Messages.text(language, "time.month." + date.getMonthValue()),
        date.getYear());
  }

  public static String weekday(LocalDate date, Language language) {
    return Messages.text(language, "time.weekday." + date.getDayOfWeek().getValue());
  }

  /** {@code 08.00} */
  public static String clock(LocalTime time, Language language) {
    return Messages.text(
        language, "time.clock", twoDigits(time.getHour()), twoDigits(time.getMinute()));
  }

  /** What Indonesians call the zone; its offset where the zone is none of theirs. */
  public static String zone(ZonedDateTime moment) {
    return switch (moment.getOffset().getTotalSeconds()) {
      case 7 * 3600 -> "WIB";
      case 8 * 3600 -> "WITA";
      case 9 * 3600 -> "WIT";
      default -> "UTC" + (moment.getOffset().equals(ZoneOffset.UTC) ? "" : moment.getOffset());
    };
  }

  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
