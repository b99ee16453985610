package id.antrean.payments;

import id.antrean.aws.Environment;
import id.antrean.aws.payments.DynamoOpenNotices;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.payments.DynamoSenderUses;
import id.antrean.aws.payments.SqsAskSenderLater;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Resolution;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.payments.view.BookPageView;
import id.antrean.payments.view.PaymentCodeView;
import id.antrean.payments.view.PaymentCodesView;
import id.antrean.payments.view.PaymentExceptionPageView;
import id.antrean.payments.view.PaymentExceptionView;
import id.antrean.payments.view.PaymentReportView;
import id.antrean.senders.SenderApi;
import id.antrean.senders.Why;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have. */
@RegisterForReflection(
    targets = {
      NotificationReceiptView.class,
      PaymentExceptionView.class,
      PaymentExceptionView.PaymentResolutionView.class,
      PaymentExceptionView.ExceptionStatus.class,
      PaymentExceptionPageView.class,
      BookPageView.class,
      BookPageView.BookLineView.class,
      BookPageView.BookState.class,
      PaymentNotification.Kind.class,
      PaymentReportView.class,
      PaymentReportView.SenderReportView.class,
      PaymentCodeView.class,
      PaymentCodesView.class,
      PaymentCodesView.PayChannelOfferView.class,
      PayChannel.class,
      Resolution.Action.class,
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
  DynamoOpenNotices openNotices(DynamoDbClient dynamo) {
    return new DynamoOpenNotices(dynamo, Environment.text("PAYMENTS_TABLE"));
  }

  @Singleton
  KeepSenderUse senderUses(DynamoDbClient dynamo) {
    return new DynamoSenderUses(dynamo, Environment.text("GUARDS_TABLE"));
  }

  /** A file each: {@code <base>/<aggregator>/settlements/<day>}. */
  @Singleton
  Reconcile.FindLists lists() {
    SenderApi lists = SenderApi.at(Environment.optional("SETTLEMENT_LISTS_URL"));
    return (aggregator, day) -> lists.text("/" + aggregator + "/settlements/" + day);
  }

  @Singleton
  SecondPerson second() {
    return new SecondPerson(Environment.number("SECOND_PERSON_ABOVE_RUPIAH"));
  }
}
