package id.antrean.payments;

import id.antrean.aws.Environment;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.payments.DynamoSenderUses;
import id.antrean.aws.payments.SqsAskSenderLater;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.VerifyToken;
import id.antrean.senders.Why;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have. */
@RegisterForReflection(
    targets = {
      NotificationReceiptView.class,
      ExceptionReason.class,
      PaymentRoutes.Signature.class,
      Why.class
    })
class Wiring {

  @Singleton
  AskSenderLater later(SqsClient sqs) {
    return new SqsAskSenderLater(sqs, Environment.text("NOTIFICATION_QUEUE_URL"));
  }

  @Singleton
  DynamoPayments payments(DynamoDbClient dynamo) {
    return new DynamoPayments(dynamo, Environment.text("PAYMENTS_TABLE"));
  }

  @Singleton
  KeepSenderUse senderUses(DynamoDbClient dynamo) {
    return new DynamoSenderUses(dynamo, Environment.text("GUARDS_TABLE"));
  }

  /** Webhooks are signed, not authorised by tokens: no token is believed here. */
  @Singleton
  VerifyToken nobody() {
    return token -> Optional.empty();
  }
}
