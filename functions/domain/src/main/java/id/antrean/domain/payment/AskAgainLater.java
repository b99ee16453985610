package id.antrean.domain.payment;

/** Puts an authentic notification on the queue from which it is taken up again after a while. */
public interface AskAgainLater {

  /** Throws {@link id.antrean.domain.Unavailable} when the queue did not take it. */
  void later(RawNotification notification);
}
