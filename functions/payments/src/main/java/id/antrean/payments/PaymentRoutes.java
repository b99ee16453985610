package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
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
import id.antrean.payments.NotificationReceiptView.NotificationOutcome;
import id.antrean.senders.Aggregators;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.Why;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Aggregators' webhooks. 2xx is answered only for what is stored, or safe on its queue, be it
 * understood or not; a bad signature is 401 and changes nothing; when nothing could take it, 503
 * makes the sender come again.
 */
@Singleton
final class PaymentRoutes implements Routes {
  /** What a sender is told whose signature is not believed. */
  record Signature(Why reason) implements ProblemMembers {}

  private final Aggregators aggregators;
  private final TakeNotification take;
  private final Clock clock;

  PaymentRoutes(Aggregators aggregators, TakeNotification take, Clock clock) {
    this.aggregators = aggregators;
    this.take = take;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    return api.open("POST", "/payments/notifications/{aggregator}", this::notified);
  }

  private Answer notified(Request request) {
    return aggregators
        .posting(request.parameter("aggregator"))
        .map(sender -> notified(sender, request))
        .orElseGet(() -> Api.problem(Problem.of(ProblemType.NOT_FOUND), request));
  }

  private Answer notified(WebhookSender sender, Request request) {
    if (request.body().length > TakeNotification.MAX_BYTES) {
      return Api.problem(
          Problem.of(ProblemType.TOO_LARGE, TakeNotification.MAX_BYTES / 1024), request);
    }
    return switch (sender.verify(request, clock.instant())) {
      case Refused(Why why) -> refuse(sender, why, request);
      case Authentic(RawNotification raw) -> take(sender, raw, request);
    };
  }

  /** Told apart for whoever integrates the sender; none of it says anything of the secret. */
  private Answer refuse(WebhookSender sender, Why why, Request request) {
    take.refuse(sender, why, request);
    return Api.problem(
        Problem.of(ProblemType.UNAUTHENTICATED)
            .when(sender.name() + "." + why.name())
            .with(new Signature(why)),
        request);
  }

  private Answer take(WebhookSender sender, RawNotification raw, Request request) {
    return switch (take.take(sender, raw, request)) {
      case Stored(StoredNotification stored) -> receipt(stored);
      case WaitsForSweep(StoredNotification stored, Unavailable _) -> receipt(stored);
      case StoredUnclear(StoredNotification stored, String pointer) ->
          Answer.ok(NotificationReceiptView.of(stored, pointer));
      case NothingToStore() -> Answer.ok(NotificationReceiptView.of(NotificationOutcome.NOTED));
      case Captured(Unavailable _) ->
          Answer.ok(NotificationReceiptView.of(NotificationOutcome.RECEIVED));
      case TooMany() -> Api.problem(Problem.of(ProblemType.TOO_MANY_REQUESTS), request);
    };
  }

  private static Answer receipt(StoredNotification stored) {
    return Answer.ok(NotificationReceiptView.of(stored, null));
  }
}
