package id.antrean.offices;

import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.DayPlan.PlannedSession;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Release;
import id.antrean.gateway.CalendarParameters;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how an officer wants a day to be; all that is wrong with it is told at once. */
final class DaySetting {
  private static final int DAYS_AHEAD = 366;
  private static final int MAX_SESSIONS = 100;
  static final int MAX_MINUTES = 720;
  static final int MAX_QUOTA = 500;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final String TIME = "08:00";

  /** A day is set a year ahead at the most; whatever opened it earlier has long opened it. */
  private static final int OPENING_DAYS_BEFORE = 2 * DAYS_AHEAD;

  private DaySetting() {}

  private record SessionFields(
      Fields fields, Read<LocalTime> start, Read<Long> minutes, Read<Lane> lane, Read<Long> quota) {

    static SessionFields of(Fields fields) {
      SessionFields read =
          new SessionFields(
              fields,
              fields.parsed("start", "time", DaySetting::time),
              fields.integer("minutes", 1, MAX_MINUTES),
              fields.oneOf("lane", Lane.class),
              fields.integer("quota", 0, MAX_QUOTA));
      fields.nothingElse();
      return read;
    }

    PlannedSession get() {
      return new PlannedSession(
          start.get(), Math.toIntExact(minutes.get()), lane.get(), Math.toIntExact(quota.get()));
    }
  }

  private record StartAndLane(LocalTime start, Lane lane) {}

  /**
   * The plan in a request.
   *
   * @param errors that were found so far; the request ends here if there is any
   */
  static DayPlan read(Request request, Office office, Instant now, FieldErrors errors) {
    Optional<LocalDate> date = CalendarParameters.dateInPath(request, errors);
    date.ifPresent(day -> checkDay(day, LocalDate.ofInstant(now, office.zone()), errors));
    Fields body = Fields.of(request, "application/json", errors);
    Optional<Read<Instant>> opensAt =
        body.has("opensAt")
            ? Optional.of(body.parsed("opensAt", "instant", DaySetting::instant))
            : Optional.empty();
    List<ReleaseFields> releases =
        body.has("releases")
            ? body.objects("releases", Release.MOST).stream().map(ReleaseFields::of).toList()
            : List.of();
    if (opensAt.isPresent() && !releases.isEmpty()) {
      errors.add("/opensAt", "opens-twice");
    }
    checkOrder(releases, errors);
    List<SessionFields> sessions =
        body.objects("sessions", MAX_SESSIONS).stream().map(SessionFields::of).toList();
    date.ifPresent(
        day ->
            opensAt
                .flatMap(Read::ifSound)
                .ifPresent(opening -> checkOpening("/opensAt", opening, day, office, errors)));
    date.ifPresent(
        day ->
            releases.forEach(
                release ->
                    release
                        .at()
                        .ifSound()
                        .ifPresent(
                            at ->
                                checkOpening(
                                    release.fields().pointer("at"), at, day, office, errors))));
    checkEnds(sessions, errors);
    checkTwice(sessions, errors);
    body.nothingElse();
    errors.check();
    return new DayPlan(
        date.orElseThrow(),
        sessions.stream().map(SessionFields::get).toList(),
        releases.isEmpty() ? opensAt.map(Read::get).orElse(null) : releases.getFirst().get().at(),
        releases.stream().map(ReleaseFields::get).toList());
  }

  private record ReleaseFields(Fields fields, Read<Instant> at, Read<Long> quota) {
    static ReleaseFields of(Fields fields) {
      ReleaseFields read =
          new ReleaseFields(
              fields,
              fields.parsed("at", "instant", DaySetting::instant),
              fields.integer("quota", 1, MAX_QUOTA));
      fields.nothingElse();
      return read;
    }

    Release get() {
      return new Release(at.get(), Math.toIntExact(quota.get()));
    }
  }

  private static void checkOrder(List<ReleaseFields> releases, FieldErrors errors) {
    for (int i = 1; i < releases.size(); i++) {
      Optional<Instant> before = releases.get(i - 1).at().ifSound();
      Optional<Instant> at = releases.get(i).at().ifSound();
      if (before.isPresent() && at.isPresent() && !before.get().isBefore(at.get())) {
        errors.add(releases.get(i).fields().pointer("at"), "release-order");
      }
    }
  }

  private static void checkDay(LocalDate day, LocalDate today, FieldErrors errors) {
    if (day.isBefore(today)) {
      errors.add("/path/date", "past-day");
    } else if (day.isAfter(today.plusDays(DAYS_AHEAD))) {
      errors.add("/path/date", "far-day");
    }
  }

  /** An opening after the day's last moment to hold a seat would open it for nobody. */
  private static void checkOpening(
      String pointer, Instant opening, LocalDate day, Office office, FieldErrors errors) {
    ZonedDateTime cutOff = office.cutOff(day).atZone(office.zone());
    ZonedDateTime earliest = day.minusDays(OPENING_DAYS_BEFORE).atStartOfDay(office.zone());
    if (!opening.isBefore(cutOff.toInstant())) {
      errors.add(pointer, "opens-too-late", cutOff);
    } else if (opening.isBefore(earliest.toInstant())) {
      errors.add(pointer, "opens-too-early", earliest);
    }
  }

  private static void checkEnds(List<SessionFields> sessions, FieldErrors errors) {
    for (SessionFields session : sessions) {
      Optional<LocalTime> start = session.start().ifSound();
      Optional<Long> minutes = session.minutes().ifSound();
      if (start.isPresent()
          && minutes.isPresent()
          && start.get().toSecondOfDay() / 60 + minutes.get() > MINUTES_OF_A_DAY) {
        errors.add(session.fields().pointer("minutes"), "session-overnight");
      }
    }
  }

  private static void checkTwice(List<SessionFields> sessions, FieldErrors errors) {
    Set<StartAndLane> seen = new HashSet<>();
    for (SessionFields session : sessions) {
      Optional<LocalTime> start = session.start().ifSound();
      Optional<Lane> lane = session.lane().ifSound();
      if (start.isPresent()
          && lane.isPresent()
          && !seen.add(new StartAndLane(start.get(), lane.get()))) {
        errors.add(session.fields().pointer("start"), "session-twice");
      }
    }
  }

  static Optional<LocalTime> time(String text) {
    try {
      return text.length() == TIME.length() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** In whole seconds, as it is told. */
  private static Optional<Instant> instant(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return Optional.of(time.toInstant().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
