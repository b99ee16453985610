package id.antrean.domain.payment;

import id.antrean.domain.payment.StoredNotification.Asking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps notifications that change no application, and finds those that are kept. */
public interface KeepNotification {

  /**
   * Stores one that its sender has not confirmed, unless this very notice is known, and answers
   * what is stored now; COUNTED, and stores nothing, when so many of its bill were kept unconfirmed
   * already. What is not signed can be made up without end.
   */
  StoredNotification keepUnconfirmed(StoredNotification notification, int most);

  /**
   * Stores one that is decided, in place of what {@link StoredNotification#replaceable may be
   * replaced}; anything else stays as it is. Answers what is stored now.
   */
  StoredNotification resolve(StoredNotification notification);

  Optional<StoredNotification> find(NoticeId id);

  /**
   * Writes down when its sender is asked next; false when somebody else did so since it was seen,
   * or it is decided.
   */
  boolean postpone(WaitingNotice.Kept seen, Asking next);

  /** Notices that wait and should have been asked before that moment, a page at the most. */
  List<WaitingNotice.Kept> toBeAskedBefore(Instant moment);
}
