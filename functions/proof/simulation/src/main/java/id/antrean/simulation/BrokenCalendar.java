package id.antrean.simulation;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.World;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar broken. */
final class BrokenCalendar {
  private BrokenCalendar() {}

  /** A plan in force is believed to be carried out. */
  static ArrangeDay believing(ArrangeDay arrange) {
    return new ArrangeDay() {
      @Override
      public Placing putInForce(
          OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
        Placing placing = arrange.putInForce(office, plan, by, at, before);
        if (placing instanceof InForce(Setting setting)) {
          arrange.brought(office, plan.date(), setting.revision());
        }
        return placing;
      }

      @Override
      public void offer(Session planned, int revision) {
        arrange.offer(planned, revision);
      }

      @Override
      public void close(SessionId session, int revision) {
        arrange.close(session, revision);
      }

      @Override
      public void brought(OfficeId office, LocalDate date, int revision) {
        arrange.brought(office, date, revision);
      }
    };
  }

  /** Set whatever it has become meanwhile. */
  static ArrangeDay blindly(ArrangeDay arrange, World world) {
    return new ArrangeDay() {
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

      @Override
      public void offer(Session planned, int revision) {
        arrange.offer(planned, revision);
      }

      @Override
      public void close(SessionId session, int revision) {
        arrange.close(session, revision);
      }

      @Override
      public void brought(OfficeId office, LocalDate date, int revision) {
        arrange.brought(office, date, revision);
      }
    };
  }
}
