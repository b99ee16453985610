package id.antrean.payments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.senders.SenderIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Lines of the list of exceptions that say of no new money: what two lists do not agree on. */
@Singleton
public final class Differences {
  private static final String FOUND = "reconciled.";

  private final KeepNotification keep;
  private final EventLog log;
  private final Clock clock;

  public Differences(KeepNotification keep, EventLog log, Clock clock) {
    this.keep = keep;
    this.log = log;
    this.clock = clock;
  }

  /** Whether that is a line of theirs. */
  static boolean isOne(NoticeRow row) {
    return row.id().eventId().startsWith(FOUND);
  }

  /**
   * Puts there what is said of that line of a list, once, however often it is found.
   *
   * @param reference the bill that it is about
   */
  void put(String aggregator, ExceptionReason why, String reference, ListedPayment listed) {
    put(
        aggregator,
        why,
        listed.paymentId(),
        reference,
        listed.amount(),
        listed.currency(),
        listed.paidAt());
  }

  /** Puts there what is said of that notice, once, however often it is found. */
  void put(String aggregator, ExceptionReason why, NoticeRow told) {
    put(
        aggregator,
        why,
        told.paymentId(),
        told.id().reference(),
        told.amount(),
        told.currency(),
        told.paidAt());
  }

  /**
   * @param paidAt of what it is about: on the list of that day it is looked for
   */
  private void put(
      String aggregator,
      ExceptionReason why,
      String paymentId,
      String reference,
      long amount,
      String currency,
      Instant paidAt) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    found.put("found", why.name()).put("paymentId", paymentId).put("amount", amount);
    PaymentNotification about =
        new PaymentNotification(
            aggregator,
            SenderIds.of(FOUND + why.name() + "." + paymentId),
            paymentId,
            reference,
            amount,
            PaymentNotification.NOT_TOLD,
            currency,
            Kind.PENDING,
            paidAt,
            null,
            null);
    StoredNotification known =
        keep.resolve(
            StoredNotification.received(
                    about, new RawNotification(aggregator, "", found.toString(), clock.instant()))
                .exception(why));
    log.tell(
        LogEvent.PAYMENT_EXCEPTION,
        "reconcile",
        new Detail("aggregator", aggregator),
        new Detail("reason", String.valueOf(known.why())));
  }
}
