package id.antrean.senders;

import id.antrean.domain.payment.SentTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as senders write them: ISO 8601 with an offset or {@code Z}. */
public final class SenderTimes {
  /** Jakarta's time, in which they write what has no offset, and count their days. */
  public static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private SenderTimes() {}

  /** The moment; empty for what is none. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** When money came: what is written, where it can be, else when we heard of it. */
  public static Instant paidAt(String text, Instant receivedAt) {
    return parse(text).map(sent -> SentTime.plausible(sent, receivedAt)).orElse(receivedAt);
  }

  /** Why a time of signing is not believed; empty for one within the window. */
  public static Optional<Why> outside(Instant signed, Instant now, Duration past, Duration ahead) {
    if (signed.isBefore(now.minus(past))) {
      return Optional.of(Why.TIMESTAMP_TOO_OLD);
    }
    return signed.isAfter(now.plus(ahead)) ? Optional.of(Why.TIMESTAMP_TOO_NEW) : Optional.empty();
  }
}
