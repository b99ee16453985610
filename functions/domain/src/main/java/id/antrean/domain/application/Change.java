package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.StoredNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of one application with everything that must happen with it or not at all.
 *
 * @param before as it was read; the step is taken only if its version still stands
 * @param after one version later
 */
public record Change(Application before, Application after, List<Part> parts) {

  public Change {
    parts = List.copyOf(parts);
  }

  public static Change of(Application before, Application after) {
    return new Change(before, after, List.of());
  }

  /** The same without one thing beside it. */
  public Change without(Part less) {
    return new Change(before, after, parts.stream().filter(it -> !it.equals(less)).toList());
  }

  public Change with(Part more) {
    List<Part> all = new ArrayList<>(parts);
    all.add(more);
    return new Change(before, after, all);
  }

  /** Entries of the timeline that stand beside the application from this step on; mostly none. */
  public List<TimelineEntry> entriesMoved() {
    return after.timeline().movedSince(before.timeline());
  }

  /** What is written in the same transaction as the application. */
  public sealed interface Part {}

  /** Makes a bill findable by its code, if the code is unused. */
  public record IssueBill(Bill bill) implements Part {}

  /**
   * Marks the person as having a live booking, if no other application of theirs has one.
   *
   * @param ended another application whose mark counts no more and is taken over; null for none.
   *     What it is judged by must not change meanwhile: see {@link StillAt}
   */
  public record GuardPerson(@Nullable ApplicationId ended) implements Part {}

  /** Another application stands at that version. */
  public record StillAt(ApplicationId other, int version) implements Part {}

  /**
   * Lets the person book again. Where another application has taken the mark over there is nothing
   * to release, and nothing of the other's is touched.
   */
  public record ReleasePerson() implements Part {}

  /** Counts an unpaid hold of the account, if it has fewer than the limit. */
  public record CountHold(int limit) implements Part {}

  /** The account has one unpaid hold less. */
  public record UncountHold() implements Part {}

  /**
   * Remembers a declaration by its idempotency key. Where the key stands for another by now the
   * step has {@link SaveApplication.Moved}: what it was decided on is no longer so.
   */
  public record Remember(RememberedDeclaration declaration, Instant now) implements Part {}

  /**
   * Keeps a notification with what it settled, if this very notice is new or still stands RECEIVED.
   */
  public record KeepWith(StoredNotification notification) implements Part {}
}
