package id.antrean.domain.counter;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each office's line of a day, and for a day what was asked for under an idempotency key.
 * Throws {@link id.antrean.domain.Unavailable} when the store did not answer: the step may or may
 * not have been taken then, and reading tells.
 */
public interface KeepLine {

  /** As it stands now, strongly consistent. */
  Line find(OfficeId office, LocalDate date);

  /**
   * Keeps the line after a step, all of it or nothing.
   *
   * @param before as it was read; nothing is changed where it stands at another version by now
   * @param request remembered in the same write; nothing is changed where its key is known. Null
   *     for what carried no key
   * @return whether it was kept; else what it was decided on is no longer so
   */
  boolean keep(Line before, Line after, @Nullable Asked request, Instant now);

  /** What was asked for under that key at that office on that day. */
  Optional<Asked> asked(OfficeId office, LocalDate date, String key, Instant now);

  /**
   * A request that was done.
   *
   * @param key hides whose it is
   * @param digest of what it asked for
   * @param number of the visitor it was about
   * @param application theirs
   */
  record Asked(String key, String digest, int number, ApplicationId application) {}
}
