package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.booking.Seat;
import java.util.Optional;

/**
 * Somebody who has a seat, or had one when they came or should have come, as an office's list of
 * the day shows them: enough to call and recognise a person, and nothing more of them.
 *
 * @param revision of the application, as clients know it
 * @param nik masked
 */
public record Appointment(
    ApplicationId application,
    int revision,
    Status status,
    Seat seat,
    String name,
    String nik,
    IdentityVerdict verdict) {

  /** The application's; empty where it has no seat and its visit had none. */
  public static Optional<Appointment> of(Application application) {
    return application
        .booking()
        .place()
        .map(
            seat ->
                new Appointment(
                    application.id(),
                    application.revision(),
                    application.status(),
                    seat,
                    application.dossier().applicant().fullName(),
                    application.dossier().applicant().nik().masked(),
                    application.dossier().identity().verdict()));
  }
}
