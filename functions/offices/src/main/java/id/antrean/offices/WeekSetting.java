package id.antrean.offices;

import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Office.WeeklyRelease;
import id.antrean.domain.office.Office.WeeklySession;
import id.antrean.domain.office.Release;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.Request;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads how a supervisor wants the week, and what the office offers; every fault at once. */
final class WeekSetting {
  private static final int MOST_SESSIONS = 50;
  private static final int MOST_SERVICES = 10;
  private static final int MOST_MOVES = 20;
  private static final int MOST_CUT_OFF_DAYS = 30;
  private static final int MOST_MINUTES_BEFORE = 240;
  private static final int MOST_WEEKS_BEFORE = 12;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final LocalDate ANY_MONDAY = LocalDate.of(2026, 11, 30);

  private WeekSetting() {}

  /** A week and the rules of an office. */
  record Week(List<WeeklySession> sessions, Office.Rules rules) {}

  static Supplier<Week> week(Request request, FieldErrors errors) {
    Fields body = Fields.of(request, "application/json", errors);
    List<Supplier<WeeklySession>> sessions =
        body.objects("sessions", MOST_SESSIONS).stream()
            .map(fields -> session(fields, errors))
            .toList();
    List<Supplier<WeeklyRelease>> releases =
        body.has("releases")
            ? body.objects("releases", Release.MOST).stream()
                .map(fields -> release(fields))
                .toList()
            : List.of();
    Read<Long> moves = body.integer("rescheduleLimit", 0, MOST_MOVES);
    Read<Long> cutOff = body.integer("cutOffDays", 0, MOST_CUT_OFF_DAYS);
    Read<Long> letsIn = body.integer("letsInMinutes", 0, MOST_MINUTES_BEFORE);
    body.nothingElse();
    return () ->
        new Week(
            sessions.stream().map(Supplier::get).toList(),
            new Office.Rules(
                Math.toIntExact(moves.get()),
                Math.toIntExact(cutOff.get()),
                Duration.ofMinutes(letsIn.get()),
                releases.stream().map(Supplier::get).toList()));
  }

  private static Supplier<WeeklySession> session(Fields fields, FieldErrors errors) {
    Read<Set<DayOfWeek>> days = fields.several("days", DayOfWeek.class);
    Read<LocalTime> start = fields.parsed("start", "time", DaySetting::time);
    Read<Long> minutes = fields.integer("minutes", 1, DaySetting.MAX_MINUTES);
    Read<Lane> lane = fields.oneOf("lane", Lane.class);
    Read<Long> quota = fields.integer("quota", 0, DaySetting.MAX_QUOTA);
    fields.nothingElse();
    if (start.ifSound().isPresent()
        && minutes.ifSound().isPresent()
        && start.get().toSecondOfDay() / 60 + minutes.get() > MINUTES_OF_A_DAY) {
      errors.add(fields.pointer("minutes"), "session-overnight");
    }
    return () ->
        new WeeklySession(
            days.get(),
            start.get(),
            Math.toIntExact(minutes.get()),
            lane.get(),
            Math.toIntExact(quota.get()));
  }

  private static Supplier<WeeklyRelease> release(Fields fields) {
    Read<Long> weeks = fields.integer("weeksBefore", 0, MOST_WEEKS_BEFORE);
    Read<DayOfWeek> day = fields.oneOf("day", DayOfWeek.class);
    Read<LocalTime> time = fields.parsed("time", "time", DaySetting::time);
    Read<Long> quota = fields.integer("quota", 1, DaySetting.MAX_QUOTA);
    fields.nothingElse();
    return () ->
        new WeeklyRelease(
            Math.toIntExact(weeks.get()), day.get(), time.get(), Math.toIntExact(quota.get()));
  }

  /** Once the faults are checked: the same start and lane twice on one day. */
  static void checkTwice(Week week, FieldErrors errors) {
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < week.sessions().size(); i++) {
      WeeklySession session = week.sessions().get(i);
      boolean twice = false;
      for (DayOfWeek day : session.days()) {
        twice |= !seen.add(List.of(day, session.start(), session.lane()));
      }
      if (twice) {
        errors.add("/sessions/" + i + "/start", "session-twice");
      }
    }
  }

  /**
   * Once the faults are checked: seats of a day that come free when booking of it has ended would
   * come free for nobody. One week is as good as another to see it.
   */
  static void checkReleases(Week week, Office office, FieldErrors errors) {
    Office changed = office.with(week.sessions(), week.rules());
    List<LocalDate> dates =
        week.sessions().stream()
            .flatMap(session -> session.days().stream())
            .distinct()
            .map(ANY_MONDAY::with)
            .toList();
    for (int i = 0; i < week.rules().releases().size(); i++) {
      WeeklyRelease release = week.rules().releases().get(i);
      if (week.rules().releases().subList(0, i).stream().anyMatch(release::isAtOnceWith)) {
        errors.add("/releases/" + i + "/time", "release-twice");
      }
      if (dates.stream()
          .anyMatch(date -> !release.of(date, office.zone()).at().isBefore(changed.cutOff(date)))) {
        errors.add("/releases/" + i + "/day", "release-too-late");
      }
    }
  }

  static Supplier<List<Office.Service>> services(Request request, FieldErrors errors) {
    Fields body = Fields.of(request, "application/json", errors);
    List<Supplier<Office.Service>> services =
        body.objects("services", MOST_SERVICES).stream().map(WeekSetting::service).toList();
    body.nothingElse();
    return () -> services.stream().map(Supplier::get).toList();
  }

  private static Supplier<Office.Service> service(Fields fields) {
    Read<PassportRequest.Type> type = fields.oneOf("type", PassportRequest.Type.class);
    Read<Set<PassportRequest.Kind>> kinds = fields.several("kinds", PassportRequest.Kind.class);
    Read<Set<Lane>> lanes = fields.several("lanes", Lane.class, Lane.forApplicants());
    fields.nothingElse();
    return () ->
        new Office.Service(
            type.get(),
            kinds.get().stream().sorted().toList(),
            lanes.get().stream().sorted().toList());
  }
}
