package id.antrean.gateway;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times as clients see them: ISO 8601 in whole seconds with an offset, the office's where there is
 * an office, else +07:00.
 */
public final class Times {
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private Times() {}

  public static String at(Instant instant) {
    return format(instant, WIB);
  }

  public static String at(Instant instant, ZoneId office) {
    return format(instant, office);
  }

  private static String format(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }
}
