package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.YearMonth;
import java.util.List;

/** Finds what an office has in a month. */
public interface FindMonth {

  /**
   * Every session of the month with its seats; may lag a moment behind. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  List<Session> find(OfficeId office, YearMonth month);
}
