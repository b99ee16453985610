package id.antrean.domain.office;

import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An office closes some of its sessions, those that are laid out later among them, until it takes
 * that back.
 *
 * @param from the first day, in the office's zone
 * @param to the last day
 * @param lane only sessions of that lane; null for all
 * @param session only that one; null for all
 * @param reason in the office's words, told to whoever had a seat; no personal data
 * @param by name of who closed, as it is kept on record
 * @param digest of the request that closed; null where it had no key
 * @param lifted whether it was taken back
 */
public record Closure(
    ClosureId id,
    OfficeId office,
    LocalDate from,
    LocalDate to,
    @Nullable Lane lane,
    @Nullable SessionId session,
    String reason,
    Instant at,
    String by,
    @Nullable String digest,
    boolean lifted) {

  /** Whether it is about that session. */
  public boolean covers(SessionId one) {
    return one.office().equals(office)
        && !one.date().isBefore(from)
        && !one.date().isAfter(to)
        && (lane == null || lane == one.lane())
        && (session == null || session.equals(one));
  }

  /** Those that its days are in. */
  public Stream<YearMonth> months() {
    YearMonth last = YearMonth.from(to);
    return Stream.iterate(
        YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1));
  }

  /** The same, taken back. */
  public Closure takenBack() {
    return new Closure(id, office, from, to, lane, session, reason, at, by, digest, true);
  }
}
