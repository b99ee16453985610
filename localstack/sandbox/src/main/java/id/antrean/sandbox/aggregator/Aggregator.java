package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One payment aggregator. Another one is another class of this kind, added to the sandbox's list.
 */
public interface Aggregator {
  /** Its name in every path. */
  String name();

  /** The statuses that a payment can have, in its own words; the first one means paid. */
  List<String> statuses();

  /** The ways to pay that it knows; the first one is taken if the request names none. */
  List<String> channels();

  /** The formats in which it may tell of a payment; the first one is taken if none is named. */
  default List<String> formats() {
    return List.of();
  }

  /** The secrets with which its notifications are signed here. */
  ObjectNode secrets();

  /**
   * Takes the payment in, and writes the notification about it, with the identity that it keeps
   * however often it is sent.
   */
  Notification take(Payment payment);

  /** Where all senders post, but for those that have a place of their own. */
  default String path() {
    return "/payments/notifications/" + name();
  }

  /** Whether it answers nothing now, not for its list either. What it tells by itself goes on. */
  default boolean isDown() {
    return false;
  }

  /** When it comes again with what was not answered by 2xx. */
  RetrySchedule retries();

  /**
   * The notification as it goes over the wire at that moment; one that does not sign its time has
   * been signed when it was written. Fails where the API has to be called for that, and does not
   * answer.
   */
  default Notification signed(Notification notification, Instant now)
      throws IOException, InterruptedException {
    return notification;
  }

  /** Whether its payer has the money back after such an answer; most only tell of it. */
  default boolean givesBackAfter(Delivery answer) {
    return false;
  }

  /** The notification with another body under the same signature. */
  Notification tampered(Notification notification);
}
