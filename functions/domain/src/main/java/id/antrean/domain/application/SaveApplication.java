package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.payment.StoredNotification;
import java.util.List;

/**
 * Stores applications. A step is one conditional write; conflicts and throttling are tried again
 * inside, with jitter. Throws {@link id.antrean.domain.Unavailable} when the store did not answer:
 * the step may or may not have been taken then, and reading tells.
 */
public interface SaveApplication {

  /** Stores a new application unless its id is taken; false when it is. */
  boolean create(Application application);

  SaveOutcome save(Change change);

  /** What became of a step. */
  sealed interface SaveOutcome {}

  /** Taken. */
  record Saved() implements SaveOutcome {}

  /** The application is no longer at the version it was read at: read again. */
  record Moved() implements SaveOutcome {}

  /** The billing code belongs to another bill: draw another. */
  record BillingCodeTaken() implements SaveOutcome {}

  /** Another application of the same person has a live booking. */
  record PersonHasBooking() implements SaveOutcome {}

  /** The account holds as many unpaid seats as it may, for these applications. */
  record HoldsExhausted(List<ApplicationId> holding) implements SaveOutcome {}

  /** This very notice has been dealt with before; how it stands. */
  record NoticeKnown(StoredNotification known) implements SaveOutcome {}
}
