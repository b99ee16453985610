package id.antrean.stack.events;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule is due: EventBridge's {@code rate(…)} and {@code cron(…)}, in UTC. */
sealed interface Recurrence permits Recurrence.Rate, CronRecurrence {
  Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

  /** The first time after the given one. */
  Instant next(Instant after);

  /** Every so often, counted from the last time. */
  record Rate(Duration period) implements Recurrence {
    @Override
    public Instant next(Instant after) {
      return after.plus(period);
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if EventBridge would not understand it, or the stack does not
   */
  static Recurrence parse(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      long count = Long.parseLong(rate.group(1));
      Duration period =
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          };
      if (count > 0) {
        return new Rate(period);
      }
    }
    if (expression.startsWith("cron(") && expression.endsWith(")")) {
      return CronRecurrence.parse(expression.substring(5, expression.length() - 1));
    }
    throw new IllegalArgumentException("not a schedule: " + expression);
  }
}
