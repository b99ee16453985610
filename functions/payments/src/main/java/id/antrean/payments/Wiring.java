package id.antrean.payments;

import id.antrean.aws.Environment;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.payments.SqsAskSenderLater;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.VerifyToken;
import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have; each sender's package adds its sender. */
@RegisterForReflection(
    targets = {
      NotificationReceiptView.class,
      ExceptionReason.class,
      PaymentRoutes.Signature.class,
      Aggregator.Why.class
    })
class Wiring {

  @Singleton
  Aggregators aggregators(@All List<Aggregator> all) {
    return new Aggregators(all);
  }

  @Singleton
  SenderSecrets senderSecrets(SecretsManagerClient secrets, Clock clock) {
    Duration overlap = Environment.seconds("FORMER_SECRET_SECONDS");
    return (id, field) -> {
      RotatingSecret secret = new RotatingSecret(secrets, id, clock);
      return () -> secret.accepted(field, overlap);
    };
  }

  @Singleton
  AskSenderLater later(SqsClient sqs) {
    return new SqsAskSenderLater(sqs, Environment.text("NOTIFICATION_QUEUE_URL"));
  }

  @Singleton
  DynamoPayments payments(DynamoDbClient dynamo) {
    return new DynamoPayments(dynamo, Environment.text("PAYMENTS_TABLE"));
  }

  /** Webhooks are signed, not authorised by tokens: no token is believed here. */
  @Singleton
  VerifyToken nobody() {
    return token -> Optional.empty();
  }
}
