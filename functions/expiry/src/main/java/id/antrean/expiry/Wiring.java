package id.antrean.expiry;

import id.antrean.aws.Environment;
import id.antrean.aws.applications.DynamoOverdueHolds;
import id.antrean.aws.deadlines.SfnTimer;
import id.antrean.aws.payments.SqsAskSenderLater;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.StartTimer;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What this function adds to what all have. */
class Wiring {

  @Singleton
  StartTimer timer() {
    SfnClient sfn = SfnClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    return new SfnTimer(sfn, Environment.text("PAYMENT_DEADLINE_ARN"));
  }

  @Singleton
  HoldTiming timing() {
    return new HoldTiming(
        Environment.seconds("GRACE_SECONDS"),
        Environment.seconds("LONGEST_QUEUE_DELAY_SECONDS"),
        Environment.seconds("PATIENCE_WITH_SENDERS_SECONDS"));
  }

  @Singleton
  AskSenderLater notices(SqsClient sqs) {
    return new SqsAskSenderLater(sqs, Environment.text("NOTIFICATION_QUEUE_URL"));
  }

  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Singleton
  FindOverdueHolds overdueHolds(DynamoDbClient dynamo) {
    return new DynamoOverdueHolds(dynamo, Environment.text("APPLICATIONS_TABLE"));
  }
}
