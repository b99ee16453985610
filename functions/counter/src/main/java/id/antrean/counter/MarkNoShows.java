package id.antrean.counter;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Marks who did not come, after a day has ended in its office's zone, and only where somebody was
 * checked in on it at all: where nobody was, it was the scanner that did not work, or the office. A
 * supervisor takes it back by opening the booking again. May run at any time, any number of times,
 * and several at once; what a crash left undone the next run does.
 */
@Singleton
public final class MarkNoShows {
  /** Days that are looked at: longer than anybody takes to mend a schedule. */
  private static final int DAYS_BACK = 7;

  private static final int AT_ONCE = 8;
  private static final Actor.Service COUNTER = new Actor.Service("counter");

  private final FindOffice offices;
  private final FindAppointments appointments;
  private final KeepLine lines;
  private final ChangeApplication applications;
  private final Clock clock;

  public MarkNoShows(
      FindOffice offices,
      FindAppointments appointments,
      FindApplication applications,
      SaveApplication save,
      KeepLine lines,
      Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.lines = lines;
    this.applications = new ChangeApplication(applications, save::save);
    this.clock = clock;
  }

  private record OfficeDay(Office office, LocalDate date) {}

  /** Answers how many were marked. */
  public int run() {
    String request = CurrentRequest.id();
    return offices.all().stream()
        .flatMap(this::endedDays)
        .gather(
            Gatherers.mapConcurrent(
                AT_ONCE,
                day -> CurrentRequest.during(request, () -> mark(day.office().id(), day.date()))))
        .mapToInt(marked -> marked)
        .sum();
  }

  private Stream<OfficeDay> endedDays(Office office) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
    return today.minusDays(DAYS_BACK).datesUntil(today).map(date -> new OfficeDay(office, date));
  }

  /** Marks who did not come on a day that has ended; answers how many those were. */
  public int mark(OfficeId office, LocalDate day) {
    return lines.find(office, day).somebodyCame()
        ? (int)
            appointments.wholeDay(office, day).stream()
                .filter(appointment -> appointment.status() == Status.CONFIRMED)
                .filter(missing -> mark(missing.application(), office, day))
                .count()
        : 0;
  }

  private boolean mark(ApplicationId id, OfficeId office, LocalDate day) {
    return applications
        .follow(id, COUNTER, application -> decide(application, office, day))
        .filter(application -> application.status() == Status.NO_SHOW)
        .isPresent();
  }

  /** The list may lag: whoever came or moved meanwhile stays as they are. */
  private Decision decide(Application application, OfficeId office, LocalDate day) {
    return application.booking().state() instanceof Confirmed missed
            && missed.seat().session().office().equals(office)
            && missed.seat().session().date().equals(day)
        ? new Become(application, application.missVisit(missed, COUNTER, clock.instant()))
        : new Stay();
  }
}
