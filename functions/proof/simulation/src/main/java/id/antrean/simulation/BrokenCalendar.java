package id.antrean.simulation;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.memory.PassingArrangeDay;
import id.antrean.memory.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A calendar broken. */
final class BrokenCalendar {
  private BrokenCalendar() {}

  /** A plan in force is believed to be carried out. */
  static ArrangeDay believing(ArrangeDay arrange) {
    return new PassingArrangeDay(arrange) {
      @Override
      public Placing putInForce(
          OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
        Placing placing = arrange.putInForce(office, plan, by, at, before);
        if (placing instanceof InForce(Setting setting)) {
          finished(office, plan.date(), setting.unfinished());
        }
        return placing;
      }
    };
  }

  /** Who is done with a day says so for whoever set it before, too. */
  static ArrangeDay speakingForOthers(ArrangeDay arrange) {
    return new PassingArrangeDay(arrange) {
      @Override
      public void finished(OfficeId office, LocalDate date, Set<Integer> revisions) {
        super.finished(
            office,
            date,
            IntStream.rangeClosed(1, Collections.max(revisions))
                .boxed()
                .collect(Collectors.toSet()));
      }
    };
  }

  /** Set whatever it has become meanwhile. */
  static ArrangeDay blindly(ArrangeDay arrange, World world) {
    return new PassingArrangeDay(arrange) {
      @Override
      public Placing putInForce(
          OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
        Placing placing = arrange.putInForce(office, plan, by, at, before);
        while (placing instanceof Overtaken) {
          placing = arrange.putInForce(office, plan, by, at, now(plan));
        }
        return placing;
      }

      private @Nullable Setting now(DayPlan plan) {
        return world.calendar.settings().stream()
            .filter(it -> it.plan().date().equals(plan.date()))
            .findFirst()
            .orElse(null);
      }
    };
  }
}
