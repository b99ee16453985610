package id.antrean.memory;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.CalendarDay.Setting;
import id.antrean.domain.office.DayPlan;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passes everything on; who stands between an officer and the store changes what it needs to. */
public class PassingArrangeDay implements ArrangeDay {
  private final ArrangeDay store;

  public PassingArrangeDay(ArrangeDay store) {
    this.store = store;
  }

  @Override
  public Placing putInForce(
      OfficeId office, DayPlan plan, Planner by, Instant at, @Nullable Setting before) {
    return store.putInForce(office, plan, by, at, before);
  }

  @Override
  public void offer(Session planned, int revision) {
    store.offer(planned, revision);
  }

  @Override
  public void close(SessionId session, int revision) {
    store.close(session, revision);
  }

  @Override
  public void finished(OfficeId office, LocalDate date, Set<Integer> revisions) {
    store.finished(office, date, revisions);
  }
}
