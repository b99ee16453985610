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
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import jakarta.inject.Singleton;
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

  RegisterAtDesk(
      Register register,
      FindApplication applications,
      FindSeats seats,
      HoldSeat hold,
      LeaveSeat leave) {
    this.register = register;
    this.applications = applications;
    this.seats = seats;
    this.hold = hold;
    this.leave = leave;
  }

  /**
   * Registers somebody; for a session that is none of this office nobody is registered.
   *
   * @param key a repeat under the same key finds who was registered by the first; null for no key
   * @throws Unavailable when a store did not take part
   */
  Outcome<Application> register(Entry.AtDesk entry, @Nullable String key, String requestId) {
    if (!isOfOffice(entry.session(), entry.by()) || seats.find(entry.session()).isEmpty()) {
      return Outcome.refused(new Refusal.UnknownSession());
    }
    return key == null
        ? register.register(entry, requestId)
        : register.register(entry, key, requestId);
  }

  /**
   * The seat for which somebody was registered. A late repeat moves nobody: whoever had a seat
   * already, or has ended it, stands as they do since.
   *
   * @return refused where they have none there, which loses nothing: another can be asked for
   * @throws Unavailable when a store did not take part; who was registered stays so
   */
  Outcome<Application> firstSeat(Application registered, Entry.AtDesk entry) {
    boolean neverHadOne =
        registered.status() == Status.READY && registered.booking().latestSession().isEmpty();
    return neverHadOne
        ? hold.hold(registered.id(), entry.session(), entry.by(), null)
        : Outcome.done(registered);
  }

  /** A seat for somebody whom the desk has registered: their first, another, or one anew. */
  Outcome<Application> book(
      ApplicationId id, SessionId session, Actor.Staff by, @Nullable IfVersion ifVersion) {
    return atDesk(id, by)
        .then(
            own ->
                isOfOffice(session, by)
                    ? hold.hold(id, session, by, ifVersion)
                    : Outcome.refused(new Refusal.UnknownSession()));
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

  /** An office's desk books at its own office. */
  private static boolean isOfOffice(SessionId session, Actor.Staff by) {
    return session.office().equals(by.office());
  }
}
