package id.antrean.domain.allowance;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in which uses are counted together; the next begins where it ends. */
public record Window(Instant start, Duration length) {

  static Window around(Instant now, Duration length) {
    long seconds = length.toSeconds();
    return new Window(
        Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds), length);
  }

  public Instant end() {
    return start.plus(length);
  }
}
