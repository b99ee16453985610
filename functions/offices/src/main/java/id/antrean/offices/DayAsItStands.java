package id.antrean.offices;

import id.antrean.domain.application.Appointment;
import id.antrean.domain.office.CalendarDay;
import java.util.List;

/**
 * A day of an office and everybody who has a seat on it, read once for all that is done with it.
 */
record DayAsItStands(CalendarDay day, List<Appointment> appointments) {

  DayAsItStands {
    appointments = List.copyOf(appointments);
  }
}
