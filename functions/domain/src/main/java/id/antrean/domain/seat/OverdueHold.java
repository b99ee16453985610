package id.antrean.domain.seat;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;

/**
 * An unpaid hold past its deadline.
 *
 * @param payBy the deadline, without grace
 */
public record OverdueHold(HoldId hold, SessionId session, Instant payBy) {}
