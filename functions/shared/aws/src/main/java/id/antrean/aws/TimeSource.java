package id.antrean.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where business time comes from. Unset, as on AWS, it is the system's clock. A developer's machine
 * names a file that holds the ISO 8601 duration by which business time is ahead, so that a test can
 * move it. Tokens and AWS signatures stay on real time.
 *
 * <p>It tells whole milliseconds, which is what the tables keep: what a function just did and what
 * it reads of it later are the same moment.
 */
public final class TimeSource {

  private TimeSource() {}

  /** The clock of this function, in UTC. */
  public static Clock clock() {
    String source = Environment.optional("TIME_SOURCE");
    return Clock.tick(
        source.isEmpty() ? Clock.systemUTC() : new MovedClock(Path.of(source), ZoneOffset.UTC),
        Duration.ofMillis(1));
  }

  private static final class MovedClock extends Clock {
    private final Path ahead;
    private final ZoneId zone;

    MovedClock(Path ahead, ZoneId zone) {
      this.ahead = ahead;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new MovedClock(ahead, other);
    }

    @Override
    public Instant instant() {
      try {
        return Clock.systemUTC().instant().plus(Duration.parse(Files.readString(ahead).strip()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
