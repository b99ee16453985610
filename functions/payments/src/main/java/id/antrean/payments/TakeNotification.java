package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import id.antrean.gateway.Request;
import id.antrean.payments.AcceptNotification.Acceptance;
import id.antrean.payments.AcceptNotification.Captured;
import id.antrean.payments.AcceptNotification.NothingToStore;
import id.antrean.payments.AcceptNotification.Stored;
import id.antrean.payments.AcceptNotification.StoredUnclear;
import id.antrean.payments.AcceptNotification.TooMany;
import id.antrean.payments.AcceptNotification.WaitsForSweep;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Why;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Takes a notice in, however its sender is answered, and logs what a person should know of it. */
@Singleton
final class TakeNotification {
  /** Real notifications are a few kilobytes. */
  static final int MAX_BYTES = 256 * 1024;

  private final AcceptNotification accept;
  private final EventLog log;

  TakeNotification(AcceptNotification accept, EventLog log) {
    this.accept = accept;
    this.log = log;
  }

  /** Throws {@link Unavailable} when it is safe nowhere. */
  Acceptance take(Aggregator sender, RawNotification raw, Request request) {
    Acceptance acceptance = accepted(sender, raw, request);
    Detail from = new Detail("aggregator", sender.name());
    switch (acceptance) {
      case Stored(StoredNotification stored) -> noteException(stored, request);
      case StoredUnclear(StoredNotification stored, String _) -> noteException(stored, request);
      case NothingToStore() -> log.tell(LogEvent.NOTIFICATION_PING, request.id(), from);
      case WaitsForSweep(StoredNotification _, Unavailable queue) ->
          log.fault(LogEvent.NOTIFICATION_WAITS_FOR_SWEEP, request.id(), queue);
      case Captured(Unavailable storage) ->
          log.fault(LogEvent.NOTIFICATION_CAPTURED, request.id(), storage, from);
      case TooMany() -> log.tell(LogEvent.NOTIFICATIONS_UNCONFIRMED, request.id(), from);
    }
    return acceptance;
  }

  private Acceptance accepted(Aggregator sender, RawNotification raw, Request request) {
    try {
      Acceptance acceptance = accept.accept(sender, raw);
      count(sender, verdict(acceptance), request);
      return acceptance;
    } catch (Unavailable safeNowhere) {
      count(sender, "safe-nowhere", request);
      throw safeNowhere;
    }
  }

  /** In a word, for those who watch. */
  private static String verdict(Acceptance acceptance) {
    return switch (acceptance) {
      case Stored(StoredNotification stored) -> stored.state().name().toLowerCase(Locale.ROOT);
      case StoredUnclear _ -> "not-understood";
      case NothingToStore _ -> "no-payment";
      case WaitsForSweep _ -> "waits-for-sweep";
      case Captured _ -> "captured";
      case TooMany _ -> "too-many";
    };
  }

  private void count(Aggregator sender, String verdict, Request request) {
    log.measure(
        request.id(),
        List.of(
            Measure.once(
                Metric.NOTIFICATIONS,
                new Detail("aggregator", sender.name()),
                new Detail("verdict", verdict))));
  }

  private void noteException(StoredNotification stored, Request request) {
    if (stored.state() == State.EXCEPTION) {
      log.tell(
          LogEvent.PAYMENT_EXCEPTION,
          request.id(),
          new Detail("aggregator", stored.notification().aggregator()),
          new Detail("reason", String.valueOf(stored.why())));
    }
  }

  /** Of one that is not believed nothing is kept but this. */
  void refuse(Aggregator sender, Why why, Request request) {
    count(sender, "not-authentic", request);
    log.tell(
        LogEvent.NOTIFICATION_NOT_AUTHENTIC,
        request.id(),
        new Detail("aggregator", sender.name()),
        new Detail("reason", why.name()));
  }
}
