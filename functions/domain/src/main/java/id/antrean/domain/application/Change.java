package id.antrean.domain.application;

import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.StoredNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of one application with everything that must happen with it or not at all.
 *
 * @param before as it was read; the step is taken only if its version still stands
 * @param after one version later
 */
public record Change(Application before, Application after, List<Beside> beside) {

  public Change {
    beside = List.copyOf(beside);
  }

  public static Change of(Application before, Application after) {
    return new Change(before, after, List.of());
  }

  public Change with(Beside more) {
    List<Beside> all = new ArrayList<>(beside);
    all.add(more);
    return new Change(before, after, all);
  }

  /** Entries of the timeline that stand beside the application from this step on; mostly none. */
  public List<TimelineEntry> entriesMoved() {
    return after.timeline().movedSince(before.timeline());
  }

  /** What is written in the same transaction as the application. */
  public sealed interface Beside {}

  /** Makes a bill findable by its code, if the code is unused. */
  public record IssueBill(Bill bill) implements Beside {}

  /** Marks the person as having a live booking, if no other application of theirs has one. */
  public record GuardPerson() implements Beside {}

  /** Lets the person book again. */
  public record ReleasePerson() implements Beside {}

  /** Counts an unpaid hold of the account, if it has fewer than the limit. */
  public record CountHold(int limit) implements Beside {}

  /** The account has one unpaid hold less. */
  public record UncountHold() implements Beside {}

  /**
   * Remembers a declaration by its idempotency key. Where the key stands for another by now the
   * step has {@link SaveApplication.Moved}: what it was decided on is no longer so.
   */
  public record Remember(RememberedDeclaration declaration, Instant now) implements Beside {}

  /**
   * Keeps a notification with what it settled, if this very notice is new or still stands RECEIVED.
   */
  public record KeepWith(StoredNotification notification) implements Beside {}
}
