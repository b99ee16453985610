package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Until when an office lets people take a seat of a day or leave it. Whom it registered at its own
 * desk it lets do so on the day itself: a seat that nobody could take any more is better taken.
 */
final class OfficeCutOff {
  private OfficeCutOff() {}

  static Optional<Refusal> passed(
      Office office, Application application, SessionId session, Instant now) {
    ZonedDateTime until =
        application.isMadeAtDeskOf(office.id())
            ? session.dayEnds(office.zone())
            : office.cutOff(session.date()).atZone(office.zone());
    return now.isBefore(until.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(until));
  }
}
