package id.antrean.offices.view;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.Status;
import id.antrean.gateway.View;
import id.antrean.gateway.view.SessionView;

/** Somebody on the day's list: as much as the desk needs to call and recognise them. */
public record AppointmentView(
    String applicationId,
    String name,
    String nik,
    SessionView session,
    Status status,
    int version,
    IdentityVerdict verdict)
    implements View {

  static AppointmentView of(Appointment appointment) {
    return new AppointmentView(
        appointment.application().value(),
        appointment.name(),
        appointment.nik(),
        SessionView.of(appointment.seat()),
        appointment.status(),
        appointment.revision(),
        appointment.verdict());
  }
}
