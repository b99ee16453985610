package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.document.Papers;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.registration.form.RegistrationForm;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers a person who has come to an office without a phone, and books for them: by the rules
 * that hold for everybody, in the name of the officer. Their papers are looked at instead of sent.
 * The application belongs to the office's desk, where any officer of it goes on.
 */
@Singleton
final class RegisterAtDesk {
  private final Register register;
  private final FindApplication applications;
  private final FindSeats seats;
  private final HoldSeat hold;
  private final LeaveSeat leave;
  private final Clock clock;

  RegisterAtDesk(
      Register register,
      FindApplication applications,
      FindSeats seats,
      HoldSeat hold,
      LeaveSeat leave,
      Clock clock) {
    this.register = register;
    this.applications = applications;
    this.seats = seats;
    this.hold = hold;
    this.leave = leave;
    this.clock = clock;
  }

  /**
   * Somebody who was registered.
   *
   * @param booked as it stands with their seat; or why they have none there, which loses nothing:
   *     another session can be asked for
   */
  record Registered(Application application, Outcome<Application> booked) {}

  /**
   * Registers and books.
   *
   * @param key a repeat under the same key goes on where the first try ended; null for no key
   * @return refused where nobody was registered
   * @throws Unavailable when a store did not take part; repeating it under its key brings it to its
   *     end
   */
  Outcome<Registered> register(Entry.AtDesk entry, @Nullable String key, String requestId) {
    List<DocumentKind> missing = missing(entry);
    if (!missing.isEmpty()) {
      return Outcome.refused(new Refusal.NotReady(missing));
    }
    return hosts(
        entry.by(),
        entry.session(),
        () ->
            (key == null
                    ? register.register(entry, requestId)
                    : register.register(entry, key, requestId))
                .then(
                    application ->
                        Outcome.done(new Registered(application, firstSeat(application, entry)))));
  }

  /**
   * A late repeat moves nobody: whoever had a seat already, or has ended it, stands as they do
   * since.
   */
  private Outcome<Application> firstSeat(Application application, Entry.AtDesk entry) {
    boolean neverHadOne =
        application.status() == Status.READY && application.booking().latestSession().isEmpty();
    return neverHadOne
        ? hold.hold(application.id(), entry.session(), entry.by(), null)
        : Outcome.done(application);
  }

  private List<DocumentKind> missing(Entry.AtDesk entry) {
    RegistrationForm form = entry.form();
    return Papers.required(
            form.passport().kind(), form.person().guardian() != null, clock.instant())
        .stream()
        .filter(paper -> paper.accepts().stream().noneMatch(entry.seen()::contains))
        .map(Paper::kind)
        .toList();
  }

  /** A seat for somebody whom the desk has registered: their first, another, or one anew. */
  Outcome<Application> book(
      ApplicationId id, SessionId session, Actor.Staff by, @Nullable IfVersion ifVersion) {
    return atDesk(id, by)
        .then(own -> hosts(by, session, () -> hold.hold(id, session, by, ifVersion)));
  }

  /** Ends an application of the desk that nothing was paid for. */
  Outcome<Application> cancel(ApplicationId id, Actor.Staff by, @Nullable IfVersion ifVersion) {
    return atDesk(id, by).then(own -> leave.cancel(id, by, ifVersion));
  }

  /** An officer acts for those whom their desk registered, and for nobody who can do so. */
  private Outcome<Application> atDesk(ApplicationId id, Actor.Staff by) {
    return ChangeApplication.find(applications, new Wanted(id, by, null))
        .then(
            found ->
                found.isMadeAtDeskOf(by.office())
                    ? Outcome.done(found)
                    : Outcome.refused(new Refusal.NotFound()));
  }

  /** An office's desk books at its own office; for a session that is none nobody is registered. */
  private <T> Outcome<T> hosts(Actor.Staff by, SessionId session, Supplier<Outcome<T>> then) {
    return session.office().equals(by.office()) && seats.find(session).isPresent()
        ? then.get()
        : Outcome.refused(new Refusal.UnknownSession());
  }
}
