package id.antrean.offices.day;

import id.antrean.domain.application.Appointment;
import id.antrean.domain.office.SessionId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many are in a session, by how far they have come.
 *
 * @param held have a seat and have not paid
 * @param paid have paid for it, those checked in included
 * @param checkedIn have arrived
 */
public record Attendance(int held, int paid, int checkedIn) {

  public static final Attendance NOBODY = new Attendance(0, 0, 0);

  /** By session; a session without anybody is not among them. */
  public static Map<SessionId, Attendance> bySession(List<Appointment> appointments) {
    return appointments.stream()
        .collect(Collectors.toMap(it -> it.seat().session(), Attendance::of, Attendance::plus));
  }

  private static Attendance of(Appointment appointment) {
    return switch (appointment.status()) {
      case AWAITING_PAYMENT -> new Attendance(1, 0, 0);
      case CONFIRMED, NO_SHOW -> new Attendance(0, 1, 0);
      case CHECKED_IN, COMPLETED -> new Attendance(0, 1, 1);
      case DRAFT, READY, PAID_UNSCHEDULED, CANCELLED -> NOBODY;
    };
  }

  private Attendance plus(Attendance other) {
    return new Attendance(held + other.held, paid + other.paid, checkedIn + other.checkedIn);
  }
}
