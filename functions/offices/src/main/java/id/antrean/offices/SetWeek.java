package id.antrean.offices;

import id.antrean.domain.Actor;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.ChangeOffice;
import id.antrean.domain.office.ChangeOffice.Standing;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import id.antrean.offices.LayOutCalendar.Laid;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor sets the week, the rules or the services of their office. A week is kept first, and
 * then the coming days are brought to it; what a crash left undone the calendar does when it runs.
 */
@Singleton
final class SetWeek {
  private static final int ATTEMPTS = 5;

  private final ChangeOffice offices;
  private final LayOutCalendar calendar;
  private final Clock clock;

  SetWeek(ChangeOffice offices, LayOutCalendar calendar, Clock clock) {
    this.offices = offices;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** An office after its week was set, and what became of its days. */
  record WeekSet(Standing standing, Laid laid) {}

  Standing see(Office office) {
    return offices.find(office.id()).orElseThrow();
  }

  Outcome<WeekSet> week(
      Office office,
      List<Office.WeeklySession> week,
      Office.Rules rules,
      Actor.Staff by,
      @Nullable IfVersion ifVersion) {
    return change(
            office,
            OfficeChange.Kind.PATTERN,
            now -> now.with(week, rules),
            OfficeChange::lines,
            by,
            ifVersion)
        .then(standing -> Outcome.done(new WeekSet(standing, calendar.follow(standing.office()))));
  }

  Outcome<Standing> services(
      Office office, List<Office.Service> services, Actor.Staff by, @Nullable IfVersion ifVersion) {
    return change(
        office,
        OfficeChange.Kind.SERVICES,
        now -> now.offering(services),
        now -> OfficeChange.lines(now.services()),
        by,
        ifVersion);
  }

  /** How an office is written down in its history. */
  private interface Written {
    List<String> lines(Office office);
  }

  /** Saying what is so already changes nothing. */
  private Outcome<Standing> change(
      Office office,
      OfficeChange.Kind kind,
      UnaryOperator<Office> change,
      Written written,
      Actor.Staff by,
      @Nullable IfVersion ifVersion) {
    int version = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Standing> found = offices.find(office.id());
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Standing before = found.get();
      Office after = change.apply(before.office());
      version = before.version();
      if (ifVersion != null && !ifVersion.allows(version)) {
        return Outcome.refused(new Refusal.Stale(version));
      }
      if (after.equals(before.office())) {
        return Outcome.done(before);
      }
      OfficeChange record =
          new OfficeChange(
              office.id(),
              clock.instant(),
              by.role(),
              by.name(),
              kind,
              null,
              written.lines(before.office()),
              written.lines(after));
      if (offices.save(before, after, record)) {
        return Outcome.done(new Standing(after, version + 1));
      }
    }
    return Outcome.refused(new Refusal.Stale(version));
  }
}
