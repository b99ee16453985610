package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed of an office, kept in the write that changed it: who, when, and how it was
 * before and after, a line for each thing.
 *
 * @param date the day that was set; null where it is no day's matter
 * @param role and name of whoever changed it, as they are kept on record
 */
public record OfficeChange(
    OfficeId office,
    Instant at,
    String role,
    String name,
    Kind kind,
    @Nullable LocalDate date,
    List<String> before,
    List<String> after) {

  /** What can be changed. */
  public enum Kind {
    DAY,
    PATTERN,
    SERVICES,
    CLOSURE,
    CLOSURE_TAKEN_BACK
  }

  public OfficeChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A day as it is planned. */
  public static List<String> lines(DayPlan plan) {
    List<String> lines = new ArrayList<>();
    plan.sessions().stream()
        .sorted(
            Comparator.comparing(DayPlan.PlannedSession::start)
                .thenComparing(DayPlan.PlannedSession::lane))
        .map(
            session ->
                session.start()
                    + " "
                    + session.lane()
                    + " "
                    + session.minutes()
                    + " min, quota "
                    + session.quota())
        .forEach(lines::add);
    if (plan.releases().isEmpty() && plan.opensAt() != null) {
      lines.add("opens " + plan.opensAt());
    }
    plan.releases().forEach(it -> lines.add("opens " + it.seats() + " at " + it.at()));
    return lines;
  }

  /** A week as it is planned, and the rules of the office. */
  public static List<String> lines(Office office) {
    List<String> lines = new ArrayList<>();
    office
        .pattern()
        .forEach(
            it ->
                lines.add(
                    it.days().stream().sorted().toList()
                        + " "
                        + it.start()
                        + " "
                        + it.lane()
                        + " "
                        + it.minutes()
                        + " min, quota "
                        + it.quota()));
    Office.Rules rules = office.rules();
    rules
        .releases()
        .forEach(
            it ->
                lines.add(
                    "opens "
                        + it.seats()
                        + " on "
                        + it.day()
                        + " "
                        + it.time()
                        + ", "
                        + it.weeksBefore()
                        + " weeks before"));
    lines.add("moves " + rules.rescheduleLimit());
    lines.add("cut-off " + rules.cutOffDays() + " days");
    lines.add("lets in " + rules.letsIn().toMinutes() + " min before");
    return lines;
  }

  /** What an office offers. */
  public static List<String> lines(List<Office.Service> services) {
    return services.stream().map(it -> it.type() + " " + it.kinds() + " " + it.lanes()).toList();
  }
}
