package id.antrean.offices.closure;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.CalendarDay;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.office.SpreadClosure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A supervisor closes sessions, or takes that back. The closure is kept first and then carried out;
 * what a crash left undone in between, asking again does, or the calendar when it runs.
 */
@Singleton
public final class CloseOffice {
  private final KeepClosures closures;
  private final SpreadClosure spread;
  private final Clock clock;

  public CloseOffice(KeepClosures closures, SpreadClosure spread, Clock clock) {
    this.closures = closures;
    this.spread = spread;
    this.clock = clock;
  }

  /** Closes; one that is known by its key is the same request, or its key was used for another. */
  public Outcome<Closure> close(Closure closure) {
    if (!closures.keep(closure, change(closure, OfficeChange.Kind.CLOSURE, supervisor(closure)))) {
      Closure known = closures.inPlaceOf(closure).orElseThrow();
      if (!Objects.equals(known.digest(), closure.digest())) {
        return Outcome.refused(new Refusal.KeyReused());
      }
      spread.spread(known);
      return Outcome.done(known);
    }
    spread.spread(closure);
    return Outcome.done(closure);
  }

  private static Actor.Staff supervisor(Closure closure) {
    return new Actor.Staff("supervisor", closure.by(), closure.office());
  }

  /** Takes it back; again it changes nothing. */
  public Outcome<Closure> takeBack(OfficeId office, ClosureId id, Actor.Staff by) {
    return closures
        .find(office, id)
        .map(
            closure -> {
              closures.takeBack(closure, change(closure, OfficeChange.Kind.CLOSURE_TAKEN_BACK, by));
              Closure lifted = closure.takenBack();
              spread.spread(lifted);
              return Outcome.done(lifted);
            })
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private OfficeChange change(Closure closure, OfficeChange.Kind kind, Actor.Staff by) {
    List<String> lines =
        List.of(
            closure.from()
                + " to "
                + closure.to()
                + (closure.lane() == null ? "" : " " + closure.lane())
                + (closure.session() == null ? "" : " " + closure.session()),
            closure.reason(),
            "closure " + closure.id());
    boolean closes = kind == OfficeChange.Kind.CLOSURE;
    return new OfficeChange(
        closure.office(),
        clock.instant(),
        by.role(),
        by.name(),
        kind,
        null,
        closes ? List.of() : lines,
        closes ? lines : List.of());
  }

  /** What was laid out or set on a day that is closed already is closed too. */
  public void follow(Office office, LocalDate date, CalendarDay day) {
    for (Closure closure : closures.endingFrom(office.id(), date)) {
      List<SessionId> missed =
          day.sessions().stream()
              .filter(session -> !session.closures().contains(closure.id()))
              .map(Session::id)
              .filter(closure::covers)
              .toList();
      if (!closure.lifted() && !missed.isEmpty()) {
        spread.on(closure, missed);
      }
    }
  }
}
