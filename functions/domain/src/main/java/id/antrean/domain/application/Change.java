package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of one application with everything that must happen with it or not at all. A seat that
 * the step leaves takes its guard and its place in the count with it: nobody has to think of that.
 */
public sealed interface Change {

  /** As it was read; the step is taken only if its version still stands. */
  Application before();

  /** One version later. */
  Application after();

  /** What is written in the same transaction. */
  List<Part> parts();

  /** Entries of the timeline that stand beside the application from this step on; mostly none. */
  default List<TimelineEntry> entriesMoved() {
    return after().timeline().movedSince(before().timeline());
  }

  /** A step that takes no seat and no money: only another step can be in its way. */
  record Step(Application before, Application after, List<Part> parts) implements Change {
    public Step {
      parts = List.copyOf(parts);
    }

    /** The same, which also ends what people had to decide about a notice. */
    public Step resolving(NoticeId notice, Resolution done) {
      return new Step(before, after, and(parts, new Resolve(notice, done)));
    }

    /** The same, which also remembers a declaration. */
    public Step remembering(RememberedDeclaration declaration, Instant now) {
      return new Step(before, after, and(parts, new Remember(declaration, now)));
    }
  }

  /** A step that binds a seat. */
  record Bind(Application before, Application after, List<Part> parts) implements Change {
    public Bind {
      parts = List.copyOf(parts);
    }

    public Bind with(Part more) {
      return new Bind(before, after, and(parts, more));
    }
  }

  /** A step that a payment's notice makes, with the notice. */
  record Settle(Application before, Application after, List<Part> parts) implements Change {
    public Settle {
      parts = List.copyOf(parts);
    }
  }

  static Step of(Application before, Application after) {
    return new Step(before, after, leaving(before, after));
  }

  static Bind bind(Application before, Application after) {
    return new Bind(before, after, leaving(before, after));
  }

  static Settle settle(Application before, Application after, StoredNotification notice) {
    return new Settle(before, after, and(leaving(before, after), new KeepWith(notice)));
  }

  private static List<Part> leaving(Application before, Application after) {
    List<Part> parts = new ArrayList<>();
    if (before.booking().seated().isPresent() && after.booking().seated().isEmpty()) {
      parts.add(new ReleasePerson());
    }
    if (before.booking().state() instanceof Held && !(after.booking().state() instanceof Held)) {
      parts.add(new UncountHold());
    }
    return parts;
  }

  private static List<Part> and(List<Part> parts, Part more) {
    List<Part> all = new ArrayList<>(parts);
    all.add(more);
    return all;
  }

  /** What is written in the same transaction as the application. */
  sealed interface Part {}

  /** Makes a bill findable by its code, if the code is unused. */
  record IssueBill(Bill bill) implements Part {}

  /**
   * Marks the person as having a live booking, if no other application of theirs has one.
   *
   * @param ended another application whose mark counts no more and is taken over; null for none.
   *     What it is judged by must not change meanwhile (see {@link StillAt}, {@link StillGone})
   */
  record GuardPerson(@Nullable ApplicationId ended) implements Part {}

  /** Another application stands at that version. */
  record StillAt(ApplicationId other, int version) implements Part {}

  /** Another application is not kept any more. */
  record StillGone(ApplicationId other) implements Part {}

  /**
   * Lets the person book again. Where another application has taken the mark over there is nothing
   * to release, and nothing of the other's is touched.
   */
  record ReleasePerson() implements Part {}

  /** Counts an unpaid hold of the account, if it has fewer than the limit. */
  record CountHold(int limit) implements Part {}

  /** The account has one unpaid hold less. */
  record UncountHold() implements Part {}

  /**
   * Remembers a declaration by its idempotency key. Where the key stands for another by now the
   * step has {@link SaveApplication.Moved}: what it was decided on is no longer so.
   */
  record Remember(RememberedDeclaration declaration, Instant now) implements Part {}

  /**
   * Writes down what was decided about a notice. Where somebody else has meanwhile the step has
   * {@link SaveApplication.Moved}.
   */
  record Resolve(NoticeId notice, Resolution resolution) implements Part {}

  /**
   * Keeps a notification with what it settled, if this very notice is new or still stands RECEIVED.
   */
  record KeepWith(StoredNotification notification) implements Part {}
}
