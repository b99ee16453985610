package id.antrean.counter;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.KeepLine.Asked;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.counter.Visitor.Place;
import id.antrean.domain.office.Office;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls those who have come to desks. Whose turn it is is decided on the line as it was read, and
 * kept only if it still stands so: whatever is pressed at once, nobody is called to two desks.
 */
@Singleton
public final class CallPeople {
  /** So many other steps of the line may be faster, one after the other. */
  private static final int ATTEMPTS = 50;

  private final KeepLine lines;
  private final FindApplication applications;
  private final Clock clock;

  public CallPeople(KeepLine lines, FindApplication applications, Clock clock) {
    this.lines = lines;
    this.applications = applications;
    this.clock = clock;
  }

  /** Somebody in the line and whose application it is. */
  public record Called(Visitor visitor, Application application) {}

  /**
   * The next to that desk. Whoever was let go meanwhile, or whose booking was opened again, is
   * passed over and leaves the line.
   *
   * @param key a repeat under the same key has the answer of the first; null for no key
   * @throws Unavailable when a store did not take part
   */
  public Outcome<Called> next(Office office, String desk, @Nullable Key key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant now = clock.instant();
      LocalDate today = LocalDate.ofInstant(now, office.zone());
      Line line = lines.find(office.id(), today);
      if (key != null) {
        Optional<Asked> asked = lines.asked(office.id(), today, key.key(), now);
        if (asked.isPresent()) {
          return repeated(key, asked.get(), line);
        }
      }
      Line present = line;
      Optional<Application> application = Optional.empty();
      Optional<Visitor> next = present.next(now);
      while (next.isPresent() && application.isEmpty()) {
        application = stillHere(next.get());
        if (application.isEmpty()) {
          present = present.without(next.get().application());
          next = present.next(now);
        }
      }
      if (next.isEmpty()) {
        if (present.equals(line) || lines.keep(line, present, null, now)) {
          return Outcome.refused(new Refusal.NobodyWaits());
        }
      } else {
        Visitor visitor = next.get();
        Line called = present.called(visitor, desk, now);
        if (lines.keep(line, called, key == null ? null : key.about(visitor), now)) {
          return Outcome.done(
              new Called(
                  called.visitor(visitor.number()).orElseThrow(), application.orElseThrow()));
        }
      }
    }
    throw new Unavailable("the line changed again and again while somebody was called");
  }

  private Optional<Application> stillHere(Visitor visitor) {
    return applications
        .find(visitor.application())
        .filter(
            application ->
                application.booking().state() instanceof CheckedIn(Seat seat, _)
                    && seat.session().equals(visitor.session()));
  }

  /** Whoever was called then may have been let go since. */
  private Outcome<Called> repeated(Key key, Asked asked, Line line) {
    if (!key.isOf(asked)) {
      return Outcome.refused(new Refusal.KeyReused());
    }
    return line.visitor(asked.number())
        .flatMap(visitor -> stillHere(visitor).map(application -> new Called(visitor, application)))
        .<Outcome<Called>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotCalled()));
  }

  /** The same person to the same desk once more. */
  public Outcome<Called> again(Office office, int number) {
    return change(
        office,
        number,
        (line, visitor) -> {
          Visitor.Call call = visitor.call();
          return call == null || visitor.place() != Place.CALLED
              ? Optional.empty()
              : Optional.of(line.calledAgain(visitor, call, clock.instant()));
        });
  }

  /** Whoever was called did not come to the desk. */
  public Outcome<Called> skip(Office office, int number) {
    return change(
        office,
        number,
        (line, visitor) ->
            switch (visitor.place()) {
              case CALLED -> Optional.of(line.skipped(visitor));
              case SKIPPED -> Optional.of(line);
              case WAITING -> Optional.empty();
            });
  }

  /** Whoever was called, or did not come to the desk, is in the line again. */
  public Outcome<Called> back(Office office, int number) {
    return change(
        office,
        number,
        (line, visitor) -> Optional.of(visitor.waits() ? line : line.back(visitor)));
  }

  /** What is done with somebody in the line; empty where they do not stand so that it can be. */
  private interface Step {
    Optional<Line> of(Line line, Visitor visitor);
  }

  /** Whoever was let go meanwhile leaves the line, whatever was to be done with them. */
  private Outcome<Called> change(Office office, int number, Step step) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant now = clock.instant();
      Line line = lines.find(office.id(), LocalDate.ofInstant(now, office.zone()));
      Optional<Visitor> visitor = line.visitor(number);
      if (visitor.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Optional<Application> application = stillHere(visitor.get());
      Optional<Line> after =
          application.isEmpty()
              ? Optional.of(line.without(visitor.get().application()))
              : step.of(line, visitor.get());
      if (after.isEmpty()) {
        return Outcome.refused(new Refusal.NotCalled());
      }
      if (after.get().equals(line) || lines.keep(line, after.get(), null, now)) {
        Line kept = after.get();
        return application
            .map(it -> Outcome.done(new Called(kept.visitor(number).orElseThrow(), it)))
            .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
      }
    }
    throw new Unavailable("the line changed again and again while somebody was called");
  }
}
