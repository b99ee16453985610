package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.Problem;
import id.antrean.gateway.ProblemMembers;
import id.antrean.gateway.ProblemType;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.payments.AcceptNotification.Captured;
import id.antrean.payments.AcceptNotification.NothingToStore;
import id.antrean.payments.AcceptNotification.Stored;
import id.antrean.payments.AcceptNotification.StoredUnclear;
import id.antrean.payments.AcceptNotification.TooMany;
import id.antrean.payments.AcceptNotification.WaitsForSweep;
import id.antrean.payments.Aggregator.Authentic;
import id.antrean.payments.Aggregator.Refused;
import id.antrean.payments.Aggregator.Why;
import id.antrean.payments.NotificationReceiptView.NotificationOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Aggregators' webhooks. 2xx is answered only for what is stored, or safe on its queue, be it
 * understood or not; a bad signature is 401 and changes nothing; when nothing could take it, 503
 * makes the sender come again.
 */
@Singleton
final class PaymentRoutes implements Routes {
  /** Real notifications are a few kilobytes. */
  private static final int MAX_BYTES = 256 * 1024;

  /** What a sender is told whose signature is not believed. */
  record Signature(Why reason) implements ProblemMembers {}

  private final Aggregators aggregators;
  private final AcceptNotification accept;
  private final EventLog log;
  private final Clock clock;

  PaymentRoutes(Aggregators aggregators, AcceptNotification accept, EventLog log, Clock clock) {
    this.aggregators = aggregators;
    this.accept = accept;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    return api.open("POST", "/payments/notifications/{aggregator}", this::notified);
  }

  private Answer notified(Request request) {
    return aggregators
        .named(request.parameter("aggregator"))
        .map(sender -> notified(sender, request))
        .orElseGet(() -> Api.problem(Problem.of(ProblemType.NOT_FOUND), request));
  }

  private Answer notified(Aggregator sender, Request request) {
    if (request.body().length > MAX_BYTES) {
      return Api.problem(Problem.of(ProblemType.TOO_LARGE, MAX_BYTES / 1024), request);
    }
    return switch (sender.verify(request, clock.instant())) {
      case Refused(Why why) -> refuse(sender, why, request);
      case Authentic(RawNotification raw) -> take(sender, raw, request);
    };
  }

  /** Told apart for whoever integrates the sender; none of it says anything of the secret. */
  private Answer refuse(Aggregator sender, Why why, Request request) {
    log.tell(
        LogEvent.NOTIFICATION_NOT_AUTHENTIC,
        request.id(),
        new Detail("aggregator", sender.name()),
        new Detail("reason", why.name()));
    return Api.problem(
        Problem.of(ProblemType.UNAUTHENTICATED).when(why.name()).with(new Signature(why)), request);
  }

  private Answer take(Aggregator sender, RawNotification raw, Request request) {
    return switch (accept.accept(sender, raw)) {
      case Stored(StoredNotification stored) -> {
        noteException(stored, request);
        yield Answer.ok(NotificationReceiptView.of(stored, null));
      }
      case StoredUnclear(StoredNotification stored, String pointer) -> {
        noteException(stored, request);
        yield Answer.ok(NotificationReceiptView.of(stored, pointer));
      }
      case NothingToStore() -> {
        log.tell(LogEvent.NOTIFICATION_PING, request.id(), new Detail("aggregator", sender.name()));
        yield Answer.ok(NotificationReceiptView.of(NotificationOutcome.NOTED));
      }
      case WaitsForSweep(StoredNotification stored, Unavailable queue) -> {
        log.fault(LogEvent.NOTIFICATION_WAITS_FOR_SWEEP, request.id(), queue);
        yield Answer.ok(NotificationReceiptView.of(stored, null));
      }
      case Captured(Unavailable storage) -> {
        log.fault(
            LogEvent.NOTIFICATION_CAPTURED,
            request.id(),
            storage,
            new Detail("aggregator", sender.name()));
        yield Answer.ok(NotificationReceiptView.of(NotificationOutcome.RECEIVED));
      }
      case TooMany() -> {
        log.tell(
            LogEvent.NOTIFICATIONS_UNCONFIRMED,
            request.id(),
            new Detail("aggregator", sender.name()));
        yield Api.problem(Problem.of(ProblemType.TOO_MANY_REQUESTS), request);
      }
    };
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
}
