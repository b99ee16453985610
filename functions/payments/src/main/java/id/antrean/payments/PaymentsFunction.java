package id.antrean.payments;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.aws.payments.SqsAskAgainLater;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What Lambda calls: webhooks, the queue of notifications that wait, and the sweep. */
@Startup
@Singleton
public class PaymentsFunction {
  private final Api api;
  private final SettleLater settle;
  private final EventLog log;

  PaymentsFunction(Api api, SettleLater settle, EventLog log) {
    this.api = api;
    this.settle = settle;
    this.log = log;
  }

  @Funq("payments")
  public APIGatewayProxyResponseEvent payments(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  @Funq("settlement")
  public void settlement(SQSMessage message) {
    String id = message.getMessageId();
    Optional<WaitingNotice> notice = SqsAskAgainLater.read(message.getBody());
    String requestId = SqsAskAgainLater.requestId(message.getBody()).orElse(id);
    log.errand(
        Errand.message("notifications", id, requestId),
        () ->
            notice.isPresent() && settle.takeUp(notice.get())
                ? "done"
                : notUnderstood(requestId, id));
  }

  private String notUnderstood(String requestId, String messageId) {
    // Repeating it would not make it a notification.
    log.alarm("not a notification", requestId, "messageId", messageId);
    return "not-understood";
  }

  @Funq("payment-sweep")
  public void sweep(Map<String, Object> event) {
    log.errand(
        Errand.schedule("payment-sweep", UUID.randomUUID().toString()),
        () -> "found " + settle.sweep());
  }
}
