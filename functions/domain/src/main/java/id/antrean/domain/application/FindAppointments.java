package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.SessionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists who has a seat; the lists may lag a moment behind. Throws {@link
 * id.antrean.domain.Unavailable}.
 */
public interface FindAppointments {

  /** So many are asked for at once where all are wanted. */
  int PAGE = 100;

  /**
   * Everybody who has a seat at an office on a day, in the order of the day. {@code cursor} is the
   * former page's, null for the first.
   */
  Page onDay(OfficeId office, LocalDate day, int limit, @Nullable String cursor);

  /** All of them at once: one office's day is small enough for one look. */
  default List<Appointment> wholeDay(OfficeId office, LocalDate day) {
    List<Appointment> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page page = onDay(office, day, PAGE, cursor);
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  /** Those who have a seat in a session and do not owe its money. */
  Set<ApplicationId> paidIn(SessionId session);

  /** One page of a list and where the next begins; null when this is the last. */
  record Page(List<Appointment> items, @Nullable String nextCursor) {}
}
