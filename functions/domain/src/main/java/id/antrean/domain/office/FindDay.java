package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.LocalDate;

/** Finds one day of an office's calendar. */
public interface FindDay {

  /**
   * The day as it stands now, strongly consistent. Throws {@link id.antrean.domain.Unavailable}.
   */
  CalendarDay find(OfficeId office, LocalDate date);
}
