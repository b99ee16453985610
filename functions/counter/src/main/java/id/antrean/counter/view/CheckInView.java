package id.antrean.counter.view;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.gateway.View;
import id.antrean.gateway.view.SessionView;

/**
 * Somebody who was let in.
 *
 * @param number by which they are called
 * @param nik masked
 */
public record CheckInView(
    String applicationId,
    int number,
    SessionView session,
    Status status,
    int version,
    String name,
    String nik,
    IdentityVerdict verdict)
    implements View {

  public static CheckInView of(Application application, Seat seat, int number) {
    return new CheckInView(
        application.id().value(),
        number,
        SessionView.of(seat),
        application.status(),
        application.revision(),
        application.dossier().applicant().fullName(),
        application.dossier().applicant().nik().masked(),
        application.dossier().identity().verdict());
  }
}
