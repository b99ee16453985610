package id.antrean.payments;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.booking.Seating;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.payments.SqsAskAgainLater;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.Origins;
import id.antrean.payments.midtrans.Midtrans;
import id.antrean.payments.midtrans.StatusApi;
import id.antrean.payments.standard.StandardWebhooks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What this function is made of: the only class that knows where everything comes from. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return TimeSource.clock();
  }

  @Produces
  @Singleton
  EventLog log(Clock clock) {
    return new EventLog(System.out, clock);
  }

  /** Every aggregator we take notifications of. Another one is another line here. */
  @Produces
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

  @Produces
  @Singleton
  AskAgainLater later(SqsClient sqs) {
    return new SqsAskAgainLater(sqs, Environment.text("NOTIFICATION_QUEUE_URL"));
  }

  @Produces
  @Singleton
  DynamoPayments payments(DynamoDbClient dynamo) {
    return new DynamoPayments(dynamo, Environment.text("PAYMENTS_TABLE"));
  }

  @Produces
  @Singleton
  ReceivePayment receive(
      DynamoDbClient dynamo, SqsClient sqs, DynamoPayments payments, Clock clock) {
    Seating seating =
        Seating.over(
            dynamo,
            sqs,
            new Seating.Places(
                Environment.text("APPLICATIONS_TABLE"),
                Environment.text("SESSIONS_TABLE"),
                Environment.text("GUARDS_TABLE"),
                Environment.text("PAYMENTS_TABLE"),
                Environment.text("DEADLINE_QUEUE_URL")),
            Environment.seconds("ARM_DELAY_SECONDS"),
            new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE")),
            new HoldTerms(
                Environment.seconds("PAYMENT_WINDOW_SECONDS"),
                Environment.seconds("GRACE_SECONDS"),
                Environment.number("UNPAID_HOLDS_PER_ACCOUNT"),
                Environment.number("EXPIRIES_BEFORE_PAUSE"),
                Environment.number("TAKES_PER_HOUR"),
                Environment.number("GUARDED_DAYS")),
            clock);
    return new ReceivePayment(
        seating.applications(),
        payments,
        payments,
        seating.saves(),
        seating.arm(),
        seating.free(),
        seating.hold(),
        clock);
  }

  @Produces
  @Singleton
  AskAgain again(DynamoPayments payments, AskAgainLater later, Clock clock) {
    return new AskAgain(payments, later, clock);
  }

  @Produces
  @Singleton
  AcceptNotification accept(ReceivePayment receive, AskAgainLater later, AskAgain again) {
    return new AcceptNotification(receive, later, again);
  }

  @Produces
  @Singleton
  SettleLater settleLater(
      Aggregators aggregators,
      AcceptNotification accept,
      ReceivePayment receive,
      DynamoPayments payments,
      AskAgain again) {
    return new SettleLater(aggregators, accept, receive, payments, again);
  }

  /** Webhooks are signed, not authorised by tokens: no token is believed here. */
  @Produces
  @Singleton
  Api api(Aggregators aggregators, AcceptNotification accept, EventLog log, Clock clock) {
    return new PaymentRoutes(aggregators, accept, log, clock)
        .on(
            new Api(
                token -> Optional.empty(),
                log,
                Origins.of(Environment.optional("ALLOWED_ORIGINS"))));
  }
}
