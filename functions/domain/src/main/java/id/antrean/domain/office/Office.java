package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import id.antrean.domain.passport.PassportRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * An immigration office.
 *
 * @param zone WIB, WITA or WIT as a region of the time zone database
 * @param pattern the sessions of an ordinary week, from which the calendar is laid out
 * @param rescheduleLimit how often a confirmed booking may be moved
 * @param cutOffDays a session takes holds, and a booking can be moved, until the end of the day
 *     this many days before
 */
public record Office(
    OfficeId id,
    String name,
    String address,
    Location location,
    ZoneId zone,
    List<Service> services,
    List<WeeklySession> pattern,
    int rescheduleLimit,
    int cutOffDays) {

  public Office {
    services = List.copyOf(services);
    pattern = List.copyOf(pattern);
  }

  /** Degrees, WGS 84. */
  public record Location(double latitude, double longitude) {}

  /** A type of passport the office makes, for which kinds of application, in which lanes. */
  public record Service(
      PassportRequest.Type type, List<PassportRequest.Kind> kinds, List<Lane> lanes) {

    public Service {
      kinds = List.copyOf(kinds);
      lanes = List.copyOf(lanes);
    }
  }

  /** A session that comes every week on those days. */
  public record WeeklySession(
      Set<DayOfWeek> days, LocalTime start, int minutes, Lane lane, int quota) {}

  /** Whether it makes such a passport in that lane. */
  public boolean offers(PassportRequest passport, Lane lane) {
    return services.stream()
        .anyMatch(
            service ->
                service.type() == passport.type()
                    && service.kinds().contains(passport.kind())
                    && service.lanes().contains(lane));
  }

  /** Whether it makes any passport in that lane. */
  public boolean offers(Lane lane) {
    return services.stream().anyMatch(service -> service.lanes().contains(lane));
  }

  /**
   * The moment at which a day's sessions stop taking holds and its bookings stop moving: a midnight
   * in the office's zone.
   */
  public Instant cutOff(LocalDate day) {
    return day.minusDays(cutOffDays - 1L).atStartOfDay(zone).toInstant();
  }
}
