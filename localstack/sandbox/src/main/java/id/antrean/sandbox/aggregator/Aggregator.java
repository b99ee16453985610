package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** The secrets with which its notifications are signed here. */
  ObjectNode secrets();

  /** Takes the payment in, and writes the notification about it as it would be sent, signed. */
  Notification take(Payment payment);

  /** The notification with another body under the same signature. */
  Notification tampered(Notification notification);
}
