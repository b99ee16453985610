package id.antrean.offices.day;

import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.FindAppointments.Page;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody who has a seat at an office on a day: one office's day is small enough for one look.
 */
@Singleton
public final class DaySheet {
  private static final int PAGE = 100;

  private final FindAppointments appointments;

  public DaySheet(FindAppointments appointments) {
    this.appointments = appointments;
  }

  /** Throws {@link id.antrean.domain.Unavailable}. */
  public List<Appointment> of(OfficeId office, LocalDate date) {
    List<Appointment> all = new ArrayList<>();
    Page page = appointments.onDay(office, date, PAGE, null);
    all.addAll(page.items());
    while (page.nextCursor() != null) {
      page = appointments.onDay(office, date, PAGE, page.nextCursor());
      all.addAll(page.items());
    }
    return all;
  }
}
