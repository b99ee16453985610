package id.antrean.domain.payment;

/** Remembers what senders used their ids for, and applicants their keys. */
public interface KeepSenderUse {
  /**
   * Whether the id stands for this thing: from now on, or since before. False where it was used for
   * another. Throws {@link id.antrean.domain.Unavailable}.
   */
  boolean claim(SenderUse use);
}
