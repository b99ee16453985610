package id.antrean.counter;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.NoShowOnceBegun;
import id.antrean.domain.policy.OutcomeOnceCome;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.VacateSeat;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a visit, and of the guard of its person: they may book again. They leave the line
 * after; whom a crash left in it is passed over when they would be called.
 */
@Singleton
public final class EndVisit {
  private static final int ATTEMPTS = 50;

  private final ApplicationRule hasCome = new OutcomeOnceCome();
  private final ApplicationRule isMissing = new NoShowOnceBegun();
  private final ChangeApplication applications;
  private final KeepLine lines;
  private final Clock clock;

  public EndVisit(
      FindApplication applications,
      ArmHold arm,
      FreeSeat free,
      SaveApplication save,
      KeepLine lines,
      Clock clock) {
    this.applications = new ChangeApplication(applications, new VacateSeat(arm, free, save));
    this.lines = lines;
    this.clock = clock;
  }

  /** How a visit ended. */
  public sealed interface End {}

  /** Its person was served. */
  public record Completed() implements End {}

  /** Its person did not come. */
  public record NoShow() implements End {}

  /**
   * Its person has to come again, and chooses another seat without paying again.
   *
   * @param reason what they are told; no personal data
   */
  public record ComesAgain(String reason) implements End {}

  /**
   * Puts the end of a visit down. A repeat changes nothing and is done, whatever version it names.
   *
   * @param ifVersion refuse when the application stands at another version; null for no condition
   * @throws Unavailable when a store did not take part; asking again brings it to its end
   */
  public Outcome<Application> end(
      ApplicationId id, End how, Actor.Staff by, @Nullable IfVersion ifVersion) {
    return applications
        .change(
            new Wanted(id, by, ifVersion),
            application -> hasEnded(application, how),
            application -> decide(application, how, by))
        .then(
            ended -> {
              ended.booking().latestSession().ifPresent(session -> leaveLine(id, session));
              return Outcome.done(ended);
            });
  }

  /** Whether this is a repeat of what was done last. */
  private static boolean hasEnded(Application application, End how) {
    return switch (how) {
      case Completed() -> application.status() == Status.COMPLETED;
      case NoShow() -> application.status() == Status.NO_SHOW;
      case ComesAgain(String reason) ->
          application.latest().event() instanceof Event.ComesAgain(_, String told, _)
              && told.equals(reason);
    };
  }

  private Decision decide(Application application, End how, Actor.Staff by) {
    Instant now = clock.instant();
    ApplicationRule rule =
        switch (how) {
          case NoShow() -> isMissing;
          case Completed(), ComesAgain _ -> hasCome;
        };
    Optional<Refusal> refusal = rule.refuses(application, now);
    return refusal.isPresent()
        ? new Refuse(refusal.get())
        : new Become(application, ended(application, how, by, now));
  }

  private Application ended(Application application, End how, Actor.Staff by, Instant now) {
    return switch (how) {
      case Completed() -> {
        CheckedIn here = (CheckedIn) application.booking().state();
        yield application.complete(here, waited(application, here), by, now);
      }
      case ComesAgain(String reason) -> {
        CheckedIn here = (CheckedIn) application.booking().state();
        yield application.comeAgain(here, reason, waited(application, here), by, now);
      }
      case NoShow() -> application.missVisit((Confirmed) application.booking().state(), by, now);
    };
  }

  private @Nullable Duration waited(Application application, CheckedIn here) {
    SessionId session = here.seat().session();
    return lines
        .find(session.office(), session.date())
        .visitor(application.id())
        .flatMap(Visitor::waited)
        .orElse(null);
  }

  private void leaveLine(ApplicationId id, SessionId session) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Line line = lines.find(session.office(), session.date());
      if (line.visitor(id).isEmpty() || lines.keep(line, line.without(id), null, clock.instant())) {
        return;
      }
    }
    throw new Unavailable("the line changed again and again while somebody left it");
  }
}
