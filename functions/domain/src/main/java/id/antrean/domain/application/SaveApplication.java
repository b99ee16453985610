package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.payment.StoredNotification;
import java.util.List;

/**
 * Stores applications. A step is one conditional write; conflicts and throttling are tried again
 * inside, with jitter. Each kind of step answers what can become of it and nothing else. Throws
 * {@link id.antrean.domain.Unavailable} when the store did not answer: the step may or may not have
 * been taken then, and reading tells; {@link id.antrean.domain.TooLarge} when it never fits.
 */
public interface SaveApplication {

  /** Stores a new application unless its id is taken; false when it is. */
  boolean create(Application application);

  StepOutcome save(Change.Step step);

  BindOutcome bind(Change.Bind bind);

  SettleOutcome settle(Change.Settle settle);

  /** What became of a step, whichever. */
  sealed interface SaveOutcome {}

  /** What can become of a step that only another step can be in the way of. */
  sealed interface StepOutcome extends SaveOutcome {}

  /** What can become of binding a seat. */
  sealed interface BindOutcome extends SaveOutcome {}

  /** What can become of a step that a payment's notice makes. */
  sealed interface SettleOutcome extends SaveOutcome {}

  /** Taken. */
  record Saved() implements StepOutcome, BindOutcome, SettleOutcome {}

  /** The application is no longer at the version it was read at: read again. */
  record Moved() implements StepOutcome, BindOutcome, SettleOutcome {}

  /** The billing code belongs to another bill: draw another. */
  record BillingCodeTaken() implements BindOutcome {}

  /** Another application of the same person has a live booking. */
  record PersonHasBooking() implements BindOutcome {}

  /** The account holds as many unpaid seats as it may, for these applications. */
  record HoldsExhausted(List<ApplicationId> holding) implements BindOutcome {}

  /** This very notice has been dealt with before; how it stands. */
  record NoticeKnown(StoredNotification known) implements SettleOutcome {}
}
