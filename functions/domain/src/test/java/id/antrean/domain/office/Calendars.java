package id.antrean.domain.office;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Office.WeeklySession;
import id.antrean.domain.passport.PassportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Offices in the three zones, and their sessions. */
public final class Calendars {
  public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  public static final ZoneId WITA = ZoneId.of("Asia/Makassar");
  public static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

  private Calendars() {}

  public static Office office(ZoneId zone) {
    return office(zone, 1, List.of());
  }

  public static Office office(ZoneId zone, int cutOffDays, List<WeeklySession> pattern) {
    return new Office(
        new OfficeId("CLG"),
        "Kantor Imigrasi Cilegon",
        "Jalan Raya Merak",
        new Office.Location(-6.0169, 106.05),
        zone,
        services(Lane.values()),
        pattern,
        Office.Rules.of(1, cutOffDays));
  }

  public static Office offering(Office office, List<Office.Service> services) {
    return new Office(
        office.id(),
        office.name(),
        office.address(),
        office.location(),
        office.zone(),
        services,
        office.pattern(),
        office.rules());
  }

  /** The same, where a confirmed booking moves so often. */
  public static Office moving(Office office, int rescheduleLimit) {
    return new Office(
        office.id(),
        office.name(),
        office.address(),
        office.location(),
        office.zone(),
        office.services(),
        office.pattern(),
        Office.Rules.of(rescheduleLimit, office.rules().cutOffDays()));
  }

  /** Every passport, in those lanes. */
  public static List<Office.Service> services(Lane... lanes) {
    return Stream.of(PassportRequest.Type.values())
        .map(
            type ->
                new Office.Service(type, List.of(PassportRequest.Kind.values()), List.of(lanes)))
        .toList();
  }

  /** An open session of an hour. */
  public static Session session(Office office, String startsAt, int quota, int taken) {
    LocalDateTime start = LocalDateTime.parse(startsAt);
    return new Session(
        new SessionId(office.id(), start.toLocalDate(), start.toLocalTime(), Lane.REGULAR),
        office.zone(),
        Duration.ofHours(1),
        quota,
        Session.State.OPEN,
        DayPlan.OPEN_ALREADY,
        holds(taken),
        null);
  }

  public static Session opening(Session session, Instant opensAt) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        session.quota(),
        session.state(),
        opensAt,
        session.seats(),
        session.lastClaimAt());
  }

  /** The same, whose seats open in parts, the first of them first. */
  public static Session releasing(Session session, Release... releases) {
    return new Session(
        session.id(),
        session.zone(),
        session.length(),
        session.quota(),
        session.state(),
        releases[0].at(),
        List.of(releases),
        session.seats(),
        session.lastClaimAt(),
        session.closures());
  }

  /** The same, where the seats of a week open then. */
  public static Office releasing(Office office, Office.WeeklyRelease... releases) {
    Office.Rules rules = office.rules();
    return office.with(
        office.pattern(),
        new Office.Rules(
            rules.rescheduleLimit(), rules.cutOffDays(), rules.letsIn(), List.of(releases)));
  }

  public static Set<HoldId> holds(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] id = new byte[ApplicationId.BYTES];
              id[0] = (byte) i;
              id[1] = (byte) (i >> 8);
              return new HoldId(ApplicationId.of(id), 1);
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A moment by an office's own clock. */
  public static Instant at(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  public static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  static LocalTime time(String time) {
    return LocalTime.parse(time);
  }
}
