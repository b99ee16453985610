package id.antrean.domain.seat;

import java.time.Instant;
import java.util.stream.Stream;

/** Finds unpaid holds whose time has passed; may lag a moment behind. */
public interface FindOverdueHolds {

  /**
   * Those whose deadline is past {@code moment}: all of them, read as they are asked for, since
   * after a long trouble there may be more than a process can hold. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  Stream<OverdueHold> overdue(Instant moment);
}
