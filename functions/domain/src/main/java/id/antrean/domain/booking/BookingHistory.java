package id.antrean.domain.booking;

import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application's bookings so far leave to be decided by. As large as it is now it stays,
 * whatever happens; what happened in full is told by the timeline, which decides nothing.
 *
 * @param lastSession where the latest seat was, to try again when its money comes late
 * @param seatOwed whether money came too late for a seat and none has been found since: the session
 *     it was for is tried again for as long
 * @param rescheduled how often a confirmed booking was moved
 * @param expiries when its latest holds were left unpaid, newest first
 * @param takes how many seats it took without having paid
 */
public record BookingHistory(
    @Nullable SessionId lastSession,
    boolean seatOwed,
    int rescheduled,
    List<Instant> expiries,
    Takes takes) {

  /** No more of them are remembered, and no rule can ask for more. */
  public static final int EXPIRIES = 8;

  /** Nothing was booked. */
  public static final BookingHistory NONE =
      new BookingHistory(null, false, 0, List.of(), Takes.NONE);

  public BookingHistory {
    expiries = List.copyOf(expiries);
  }

  /**
   * How many seats were taken within the {@link #WINDOW} that began at that moment: held, or moved
   * to, without having paid.
   */
  public record Takes(Instant since, int count) {
    /** How long a window is. */
    public static final Duration WINDOW = Duration.ofHours(1);

    public static final Takes NONE = new Takes(Instant.EPOCH, 0);

    private Instant end() {
      return since.plus(WINDOW);
    }

    private Takes andOne(Instant now) {
      return now.isBefore(end()) ? new Takes(since, count + 1) : new Takes(now, 1);
    }
  }

  /** When a seat may be taken again that is not paid; empty when one may be taken now. */
  public Optional<Instant> mayTakeFrom(int limit, Instant now) {
    return takes.count() >= limit && now.isBefore(takes.end())
        ? Optional.of(takes.end())
        : Optional.empty();
  }

  /** When its holds were left unpaid since then, newest first. */
  public List<Instant> expiriesSince(Instant moment) {
    return expiries.stream().filter(at -> at.isAfter(moment)).toList();
  }

  public BookingHistory tookUnpaid(Instant now) {
    return new BookingHistory(lastSession, seatOwed, rescheduled, expiries, takes.andOne(now));
  }

  public BookingHistory foundPaid() {
    return new BookingHistory(lastSession, false, rescheduled, expiries, takes);
  }

  public BookingHistory movedPaid() {
    return new BookingHistory(lastSession, false, rescheduled + 1, expiries, takes);
  }

  public BookingHistory left(SessionId session) {
    return new BookingHistory(session, seatOwed, rescheduled, expiries, takes);
  }

  public BookingHistory expired(Instant at) {
    return new BookingHistory(
        lastSession,
        seatOwed,
        rescheduled,
        Stream.concat(Stream.of(at), expiries.stream()).limit(EXPIRIES).toList(),
        takes);
  }

  /** Money came that has no seat. Where there never was one, there is none to get back. */
  public BookingHistory paidTooLate() {
    return new BookingHistory(lastSession, lastSession != null, rescheduled, expiries, takes);
  }
}
