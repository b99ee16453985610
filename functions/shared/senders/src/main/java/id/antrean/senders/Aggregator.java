package id.antrean.senders;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import java.util.List;
import java.util.Optional;

/**
 * One aggregator: the one place where its signature, its format and its status API live. Another
 * aggregator is another package with an implementation and the {@code Wiring} that makes it;
 * nothing else changes. One that posts to the place that all share is a {@link WebhookSender}.
 */
public interface Aggregator {

  /** Its name in paths, on notifications and on bills. */
  String name();

  /** Where it calls us in a dialect of its own. */
  default List<Door> doors() {
    return List.of();
  }

  /** Where bills can be paid by a code of its own; empty where it makes none. */
  default Optional<PayableCodes> codes() {
    return Optional.empty();
  }

  /** Where it is asked for money that it did not tell of; empty where nobody answers that. */
  default Optional<SeeMoney> money() {
    return codes().map(SeeMoney.class::cast);
  }

  /** How it lists what it took in on a day; empty where it gives no list that we read. */
  default Optional<SettlementList> settlementList() {
    return Optional.empty();
  }

  /** What the notification says, in our words. */
  Translation translate(RawNotification raw);

  /** Whether its signature covers the whole notice, so that nobody has to be asked. */
  boolean signsEverything();

  /**
   * Whether the sender waits for our word and gives money back that we refuse: then nobody owes it
   * to its payer, and it is on no list.
   */
  default boolean takesRefusedMoneyBack(PaymentNotification claimed) {
    return false;
  }

  /**
   * Asks the sender whether that is so: that money came, and as much that it went.
   *
   * @param raw what it was read from, which may say where to ask
   */
  Confirmation confirm(PaymentNotification claimed, RawNotification raw);

  /** What a notification says. */
  sealed interface Translation {}

  record Understood(PaymentNotification notification) implements Translation {}

  /** It speaks of no payment: a ping. */
  record NoPayment() implements Translation {}

  /**
   * It was well signed and cannot be understood.
   *
   * @param about what is known of it all the same
   * @param pointer to what is not understood, a JSON Pointer
   */
  record NotUnderstood(PaymentNotification about, String pointer) implements Translation {}

  /** What the sender's status API says. */
  sealed interface Confirmation {}

  /** It is so; the notification with what the API knows better. */
  record Confirmed(PaymentNotification notification) implements Confirmation {}

  /** It is not so, or not yet. */
  record NotSo() implements Confirmation {}

  /** The API did not answer. */
  record NoAnswer() implements Confirmation {}
}
