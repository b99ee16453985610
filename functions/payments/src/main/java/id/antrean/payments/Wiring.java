package id.antrean.payments;

import id.antrean.aws.Environment;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.payments.SqsAskAgainLater;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import id.antrean.gateway.VerifyToken;
import id.antrean.payments.midtrans.Midtrans;
import id.antrean.payments.midtrans.StatusApi;
import id.antrean.payments.standard.StandardWebhooks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have. */
@RegisterForReflection(targets = {NotificationReceiptView.class})
class Wiring {

  /** Every aggregator we take notifications of. Another one is another line here. */
  @Singleton
  Aggregators aggregators(SecretsManagerClient secrets, Clock clock) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    Keys midtrans = keys(secrets, "MIDTRANS_SECRET_ID", "serverKey", clock);
    return new Aggregators(
        List.of(
            new Midtrans(
                midtrans, new StatusApi(http, Environment.optional("MIDTRANS_API_URL"), midtrans)),
            new StandardWebhooks(keys(secrets, "STANDARD_SECRET_ID", "secret", clock))));
  }

  private static Keys keys(
      SecretsManagerClient secrets, String idVariable, String field, Clock clock) {
    RotatingSecret secret = new RotatingSecret(secrets, Environment.text(idVariable), clock);
    Duration overlap = Environment.seconds("FORMER_SECRET_SECONDS");
    return () -> secret.accepted(field, overlap);
  }

  @Singleton
  AskAgainLater later(SqsClient sqs) {
    return new SqsAskAgainLater(sqs, Environment.text("NOTIFICATION_QUEUE_URL"));
  }

  @Singleton
  DynamoPayments payments(DynamoDbClient dynamo) {
    return new DynamoPayments(dynamo, Environment.text("PAYMENTS_TABLE"));
  }

  @Singleton
  ReceivePayment receive(
      FindApplication applications,
      DynamoPayments payments,
      SaveApplication saves,
      ArmHold arm,
      FreeSeat free,
      HoldSeat hold,
      Clock clock) {
    return new ReceivePayment(applications, payments, payments, saves, arm, free, hold, clock);
  }

  @Singleton
  AskAgain again(DynamoPayments payments, AskAgainLater later, Clock clock) {
    return new AskAgain(payments, later, clock);
  }

  @Singleton
  AcceptNotification accept(ReceivePayment receive, AskAgainLater later, AskAgain again) {
    return new AcceptNotification(receive, later, again);
  }

  @Singleton
  SettleLater settleLater(
      Aggregators aggregators,
      AcceptNotification accept,
      ReceivePayment receive,
      DynamoPayments payments,
      AskAgain again) {
    return new SettleLater(aggregators, accept, receive, payments, again);
  }

  @Singleton
  QueueListener notices(SettleLater settle, EventLog log) {
    return new QueueListener("notifications", new NoticesOnTheQueue(settle), log);
  }

  /** Webhooks are signed, not authorised by tokens: no token is believed here. */
  @Singleton
  VerifyToken nobody() {
    return token -> Optional.empty();
  }

  @Singleton
  PaymentRoutes routes(
      Aggregators aggregators, AcceptNotification accept, EventLog log, Clock clock) {
    return new PaymentRoutes(aggregators, accept, log, clock);
  }
}
