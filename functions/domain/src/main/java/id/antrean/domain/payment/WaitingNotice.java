package id.antrean.domain.payment;

/** What is on the queue of notices that are taken up later. */
public sealed interface WaitingNotice {

  /** One that is safe on the queue alone, because the store did not take it. */
  record Captured(RawNotification raw) implements WaitingNotice {}

  /**
   * One that is stored and whose sender is to be asked.
   *
   * @param asked how often it had been asked when this was sent or seen: a message that finds
   *     another number is a stray, and another one is under way
   */
  record Kept(NoticeId id, int asked) implements WaitingNotice {}
}
