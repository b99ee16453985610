package id.antrean.domain.applicant;

import id.antrean.domain.ApplicationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Remembers that the civil registry has to be asked again about an application's person. */
public interface AskDukcapilLater {

  /**
   * The reminder comes back after the delay, in whole seconds and at most 15 minutes; without one
   * after the usual first wait. Throws {@link id.antrean.domain.Unavailable}.
   */
  void remind(Reminder reminder, @Nullable Duration delay);

  /**
   * What comes back.
   *
   * @param attempt how many times the registry will have been asked by a reminder, from 1
   * @param requestId of the request that first left the question open
   */
  record Reminder(ApplicationId application, int attempt, String requestId) {}
}
