package id.antrean.domain.counter;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has come to an office and was not let go yet.
 *
 * @param number by which they are called, from 1 each day
 * @param beginsAt when their session begins; of whom the desk has booked for, when they came if
 *     that was later
 * @param arrivedAt when they were checked in
 * @param call to which desk they were called last, and when; null before the first time
 * @param place where they stand now
 */
public record Visitor(
    int number,
    ApplicationId application,
    SessionId session,
    Instant beginsAt,
    Instant arrivedAt,
    @Nullable Call call,
    Place place) {

  /** By session, then by arrival. */
  static final Comparator<Visitor> IN_TURN =
      Comparator.comparing(Visitor::beginsAt).thenComparingInt(Visitor::number);

  /** Where somebody stands who has come. */
  public enum Place {
    /** In the line. */
    WAITING,
    /** Called to a desk. */
    CALLED,
    /** Called, and did not come to the desk. */
    SKIPPED
  }

  /**
   * A call.
   *
   * @param times how often they were called to it
   * @param first when they were first called that day, to whichever desk
   */
  public record Call(String desk, Instant at, int times, Instant first) {}

  public boolean isPriority() {
    return session.lane() == Lane.PRIORITY;
  }

  public boolean waits() {
    return place == Place.WAITING;
  }

  /** From coming in to being called first, whole seconds; empty for who was not called yet. */
  public Optional<Duration> waited() {
    return Optional.ofNullable(call)
        .map(it -> Duration.ofSeconds(Duration.between(arrivedAt, it.first()).toSeconds()));
  }

  Visitor called(String desk, Instant at) {
    Instant first = call == null ? at : call.first();
    return at(new Call(desk, at, 1, first), Place.CALLED);
  }

  Visitor calledAgain(Call former, Instant at) {
    return at(new Call(former.desk(), at, former.times() + 1, former.first()), Place.CALLED);
  }

  Visitor in(Place other) {
    return at(call, other);
  }

  private Visitor at(@Nullable Call latest, Place now) {
    return new Visitor(number, application, session, beginsAt, arrivedAt, latest, now);
  }
}
