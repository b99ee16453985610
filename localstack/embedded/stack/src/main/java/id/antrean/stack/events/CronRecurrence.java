package id.antrean.stack.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Six fields: minute, hour, day of month, month, day of week (1 is Sunday), year. Lists, ranges,
 * steps and names are understood; {@code L}, {@code W} and {@code #} are refused.
 */
record CronRecurrence(
    BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, BitSet years)
    implements Recurrence {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  static CronRecurrence parse(String fields) {
    String[] parts = fields.trim().split("\\s+", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException("cron has six fields, not " + parts.length);
    }
    return new CronRecurrence(
        field(parts[0], 0, 59, List.of()),
        field(parts[1], 0, 23, List.of()),
        field(parts[2], 1, 31, List.of()),
        field(parts[3], 1, 12, MONTHS),
        field(parts[4], 1, 7, WEEKDAYS),
        field(parts[5], FIRST_YEAR, LAST_YEAR, List.of()));
  }

  private static BitSet field(String text, int first, int last, List<String> names) {
    BitSet values = new BitSet();
    for (String item : text.split(",", -1)) {
      String[] stepped = item.split("/", -1);
      int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
      String[] range = stepped[0].split("-", -1);
      int from = first;
      int to = last;
      if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
        from = number(range[0], names);
        to = range.length > 1 ? number(range[1], names) : stepped.length > 1 ? last : from;
      }
      if (from < first || to > last || from > to || step < 1) {
        throw new IllegalArgumentException("cron does not allow " + item);
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }
    return values;
  }

  private static int number(String text, List<String> names) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    return name >= 0 ? name + 1 : Integer.parseInt(text);
  }

  @Override
  public Instant next(Instant after) {
    ZonedDateTime at = after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    while (at.getYear() <= LAST_YEAR) {
      if (!onDay(at)) {
        at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
      } else if (!hours.get(at.getHour())) {
        at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!minutes.get(at.getMinute())) {
        at = at.plusMinutes(1);
      } else {
        return at.toInstant();
      }
    }
    return Instant.MAX;
  }

  private boolean onDay(ZonedDateTime at) {
    int sundayFirst = at.getDayOfWeek().getValue() % 7 + 1;
    return years.get(at.getYear())
        && months.get(at.getMonthValue())
        && days.get(at.getDayOfMonth())
        && weekdays.get(sundayFirst);
  }
}
