package id.antrean.payments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Faults;
import id.antrean.gateway.Journal;
import id.antrean.gateway.Problem;
import id.antrean.gateway.Request;
import id.antrean.payments.AcceptNotification.Captured;
import id.antrean.payments.AcceptNotification.Stored;
import id.antrean.payments.AcceptNotification.WaitsForSweep;
import java.time.Clock;
import java.util.Optional;

/**
 * Aggregators' webhooks. 2xx is answered only for what is stored, or safe on its queue; a bad
 * signature is 401 and changes nothing; when nothing could take it, 503 makes the sender come
 * again.
 */
final class PaymentRoutes {
  /** What is larger could not wait on a queue. Real notifications are a few kilobytes. */
  private static final int MAX_BYTES = 128 * 1024;

  private final Aggregators aggregators;
  private final AcceptNotification accept;
  private final Journal journal;
  private final Clock clock;

  PaymentRoutes(Aggregators aggregators, AcceptNotification accept, Journal journal, Clock clock) {
    this.aggregators = aggregators;
    this.accept = accept;
    this.journal = journal;
    this.clock = clock;
  }

  Api on(Api api) {
    return api.open("POST", "/payments/notifications/{aggregator}", this::notified);
  }

  private Answer notified(Request request) {
    return aggregators
        .named(request.parameter("aggregator"))
        .map(sender -> notified(sender, request))
        .orElseGet(() -> Api.problem(Problem.of("not-found", 404), request));
  }

  private Answer notified(Aggregator sender, Request request) {
    if (request.body().length > MAX_BYTES) {
      return Api.problem(Problem.of("too-large", 413, MAX_BYTES / 1024), request);
    }
    Optional<RawNotification> authentic = sender.verify(request, clock.instant());
    if (authentic.isEmpty()) {
      journal.alarm("notification not authentic", request.id(), "aggregator", sender.name());
      return Api.problem(Problem.of("unauthenticated", 401).when("signature"), request);
    }
    RawNotification raw = authentic.get();
    Optional<PaymentNotification> claimed = sender.translate(raw);
    if (claimed.isEmpty()) {
      journal.alarm("notification not understood", request.id(), "aggregator", sender.name());
      Faults faults = new Faults();
      faults.add("", "not-a-notification");
      faults.check();
    }
    return take(sender, claimed.orElseThrow(), raw, request);
  }

  private Answer take(
      Aggregator sender, PaymentNotification claimed, RawNotification raw, Request request) {
    switch (accept.accept(sender, claimed, raw)) {
      case Stored(StoredNotification stored) -> noteException(stored, request);
      case WaitsForSweep(Unavailable queue) ->
          journal.fault("notification waits for the sweep", request.id(), queue);
      case Captured(Unavailable storage) ->
          journal.fault(
              "notification captured", request.id(), storage, "aggregator", sender.name());
    }
    return Answer.ok(JsonNodeFactory.instance.objectNode().put("received", true));
  }

  private void noteException(StoredNotification stored, Request request) {
    if (stored.state() == State.EXCEPTION) {
      journal.alarm(
          "payment exception",
          request.id(),
          "aggregator",
          stored.notification().aggregator(),
          "reason",
          String.valueOf(stored.why()));
    }
  }
}
