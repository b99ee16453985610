package id.antrean.bench;

import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/** Sessions with all their seats free, each on a day of its own. */
final class Sessions {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 7);

  private final Store store;
  private int days;

  Sessions(Store store) {
    this.store = store;
  }

  SessionId opens(Office office, int quota, Instant opensAt) {
    SessionId id =
        new SessionId(office.id(), FIRST_DAY.plusDays(days++), LocalTime.of(8, 0), Lane.REGULAR);
    store.put(
        new Session(
            id,
            office.zone(),
            Duration.ofHours(1),
            quota,
            Session.State.OPEN,
            opensAt,
            Set.of(),
            null));
    return id;
  }
}
