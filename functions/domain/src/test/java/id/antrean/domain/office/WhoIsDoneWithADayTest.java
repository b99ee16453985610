package id.antrean.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.office.ArrangeDay.Planner;
import id.antrean.domain.office.CalendarDay.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoIsDoneWithADayTest {
  private static final DayPlan PLAN = new DayPlan(LocalDate.of(2026, 12, 7), List.of(), null);
  private static final Planner BUDI = new Planner("officer", "budi");

  private final Setting first = Setting.after(null, PLAN, Planner.CALENDAR);
  private final Setting second = Setting.after(first, PLAN, BUDI);

  @Test
  void theFirstThatIsPutInForceIsTheFirstRevision() {
    assertThat(first).isEqualTo(new Setting(PLAN, 1, true, Set.of(1)));
  }

  @Test
  void whoComesNextSpeaksForNobodyElse() {
    assertThat(second).isEqualTo(new Setting(PLAN, 2, false, Set.of(1, 2)));
    assertThat(second.finished(Set.of(2))).isEqualTo(new Setting(PLAN, 2, false, Set.of(1)));
  }

  @Test
  void onceAllAreDoneNothingIsLeft() {
    assertThat(second.finished(Set.of(1, 2)).unfinished()).isEmpty();
  }
}
