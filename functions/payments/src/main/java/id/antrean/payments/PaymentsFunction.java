package id.antrean.payments;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Api;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** What Lambda calls: webhooks, the desk, the queue of notifications that wait, and the sweep. */
@Startup
@Singleton
public class PaymentsFunction {
  private final Api api;
  private final QueueListener notices;
  private final SettleLater settle;
  private final Reconcile reconcile;
  private final ReconcileTreasury treasury;
  private final MeasureMoney measure;
  private final EventLog log;

  PaymentsFunction(
      Api api,
      NoticesOnTheQueue notices,
      SettleLater settle,
      Reconcile reconcile,
      ReconcileTreasury treasury,
      MeasureMoney measure,
      EventLog log) {
    this.api = api;
    this.notices = new QueueListener("notifications", notices, log);
    this.settle = settle;
    this.reconcile = reconcile;
    this.treasury = treasury;
    this.measure = measure;
    this.log = log;
  }

  @Funq("payments")
  public APIGatewayProxyResponseEvent payments(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** What people ask and decide about money; senders have a function of their own. */
  @Funq("payment-desk")
  public APIGatewayProxyResponseEvent desk(APIGatewayProxyRequestEvent event) {
    return api.handle(event);
  }

  /** One message of the notification queue; throwing hands it back to the queue. */
  @Funq("settlement")
  public void settlement(SQSMessage message) {
    notices.receive(message);
  }

  @Funq("payment-sweep")
  public void sweep(ScheduledRun run) {
    log.errand(
        Errand.schedule("payment-sweep", run.id()),
        () -> {
          int found = settle.sweep();
          log.measure(run.id(), measure.now());
          return "found " + found;
        });
  }

  /** Each night, when the day's lists are there: the senders' first, the treasury's after. */
  @Funq("reconcile")
  public void reconcile(ScheduledRun run) {
    log.errand(
        Errand.schedule("reconcile", run.id()),
        () -> "differences " + (reconcile.untilNow() + treasury.untilNow()));
  }
}
