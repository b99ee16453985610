package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.SessionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists who has a seat; the lists may lag a moment behind. Throws {@link
 * id.antrean.domain.Unavailable}.
 */
public interface FindAppointments {

  /**
   * Everybody who has a seat at an office on a day, in the order of the day. {@code cursor} is the
   * former page's, null for the first.
   */
  Page onDay(OfficeId office, LocalDate day, int limit, @Nullable String cursor);

  /** Those who have a seat in a session and do not owe its money. */
  Set<ApplicationId> paidIn(SessionId session);

  /** One page of a list and where the next begins; null when this is the last. */
  record Page(List<Appointment> items, @Nullable String nextCursor) {}
}
