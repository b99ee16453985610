package id.antrean.domain.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps notifications that change no application, and finds those that are kept. */
public interface KeepNotification {

  /** Stores it unless this very notice is already known, and answers what is stored now. */
  StoredNotification keep(StoredNotification notification);

  /**
   * Replaces a notice that stands RECEIVED; anything else stays as it is. Answers what is stored
   * now.
   */
  StoredNotification resolve(StoredNotification notification);

  Optional<StoredNotification> find(PaymentNotification notification);

  /** Notices that stand RECEIVED since before that moment, oldest first, a page at the most. */
  List<StoredNotification> receivedBefore(Instant moment);
}
