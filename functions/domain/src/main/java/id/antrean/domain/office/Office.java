package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import id.antrean.domain.passport.PassportRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * An immigration office.
 *
 * @param zone WIB, WITA or WIT as a region of the time zone database
 * @param pattern the sessions of an ordinary week, from which the calendar is laid out
 * @param rules what the office itself decides
 */
public record Office(
    OfficeId id,
    String name,
    String address,
    Location location,
    ZoneId zone,
    List<Service> services,
    List<WeeklySession> pattern,
    Rules rules) {

  public Office {
    services = List.copyOf(services);
    pattern = List.copyOf(pattern);
  }

  /** Degrees, WGS 84. */
  public record Location(double latitude, double longitude) {}

  /**
   * What an office itself decides.
   *
   * @param rescheduleLimit how often a confirmed booking may be moved
   * @param cutOffDays a session takes holds, and a booking can be moved, until the end of the day
   *     this many days before
   * @param letsIn how long before their session people are checked in at the earliest
   * @param releases when the seats of its days can be held, in their order; none for at once
   */
  public record Rules(
      int rescheduleLimit, int cutOffDays, Duration letsIn, List<WeeklyRelease> releases) {
    public Rules {
      releases = List.copyOf(releases);
    }

    /** For how long before a session people come who are not told otherwise. */
    public static final Duration LETS_IN = Duration.ofHours(1);

    /** An office that lets people in as most do. */
    public static Rules of(int rescheduleLimit, int cutOffDays) {
      return new Rules(rescheduleLimit, cutOffDays, LETS_IN, List.of());
    }
  }

  /**
   * Seats of all days of a week that come free to be held at once.
   *
   * @param weeksBefore how many weeks before that week, from Monday on; 0 for the week itself
   * @param day of the week, and the time in the office's zone
   * @param seats of each session
   */
  public record WeeklyRelease(int weeksBefore, DayOfWeek day, LocalTime time, int seats) {

    /** Whether both come free at one moment. */
    public boolean isAtOnceWith(WeeklyRelease other) {
      return weeksBefore == other.weeksBefore && day == other.day && time.equals(other.time);
    }

    /** What it is for that day. */
    public Release of(LocalDate date, ZoneId zone) {
      LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      LocalDate opening = monday.minusWeeks(weeksBefore).with(TemporalAdjusters.nextOrSame(day));
      return new Release(opening.atTime(time).atZone(zone).toInstant(), seats);
    }
  }

  /** When the seats of a day can be held, in the order of the moments; none for at once. */
  public List<Release> releasesOf(LocalDate date) {
    return rules.releases().stream()
        .map(release -> release.of(date, zone))
        .sorted(Comparator.comparing(Release::at))
        .toList();
  }

  /** The same with another week and other rules. */
  public Office with(List<WeeklySession> week, Rules others) {
    return new Office(id, name, address, location, zone, services, week, others);
  }

  /** The same, offering that. */
  public Office offering(List<Service> others) {
    return new Office(id, name, address, location, zone, others, pattern, rules);
  }

  /**
   * A type of passport the office makes, for which kinds of application, in which lanes of those
   * that applicants book in.
   */
  public record Service(
      PassportRequest.Type type, List<PassportRequest.Kind> kinds, List<Lane> lanes) {

    public Service {
      kinds = List.copyOf(kinds);
      lanes = List.copyOf(lanes);
    }

    private boolean isIn(Lane lane) {
      return !lane.isForApplicants() || lanes.contains(lane);
    }
  }

  /** A session that comes every week on those days. */
  public record WeeklySession(
      Set<DayOfWeek> days, LocalTime start, int minutes, Lane lane, int quota) {}

  /** Whether it makes such a passport in that lane; at its desk it makes what it makes at all. */
  public boolean offers(PassportRequest passport, Lane lane) {
    return services.stream()
        .anyMatch(
            service ->
                service.type() == passport.type()
                    && service.kinds().contains(passport.kind())
                    && service.isIn(lane));
  }

  /** Whether it makes any passport in that lane. */
  public boolean offers(Lane lane) {
    return services.stream().anyMatch(service -> service.isIn(lane));
  }

  /**
   * The moment at which a day's sessions stop taking holds and its bookings stop moving: a midnight
   * in the office's zone.
   */
  public Instant cutOff(LocalDate day) {
    return day.minusDays(rules.cutOffDays() - 1L).atStartOfDay(zone).toInstant();
  }
}
