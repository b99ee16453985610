package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aggregator.Notification;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Midtrans's HTTP notification: every scalar is a string, times are WIB without saying so, the
 * amount has two decimals, and the signature stands in the body.
 */
final class MidtransAggregator implements Aggregator {
  private static final DateTimeFormatter WIB_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(7));

  private final SharedSecret secret;
  private final MidtransLedger ledger;

  MidtransAggregator(SharedSecret secret, MidtransLedger ledger) {
    this.secret = secret;
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return "midtrans";
  }

  @Override
  public List<String> statuses() {
    return TransactionStatus.words();
  }

  @Override
  public List<String> channels() {
    return Channel.words();
  }

  @Override
  public ObjectNode secrets() {
    return Json.object().put("serverKey", secret.member("serverKey"));
  }

  @Override
  public Notification take(Payment payment) {
    ObjectNode transaction = describe(payment);
    ledger.write(transaction);
    return new Notification(
        transaction.path("transaction_id").asText(),
        Map.of("User-Agent", "Veritrans"),
        transaction.toString());
  }

  /** Claims ten times the amount, or more, that was signed. */
  @Override
  public Notification tampered(Notification notification) {
    ObjectNode body = (ObjectNode) Json.parse(notification.body()).orElseThrow();
    String signed = body.path("gross_amount").asText();
    body.put("gross_amount", "1" + signed);
    return notification.withBody(body.toString());
  }

  private ObjectNode describe(Payment payment) {
    TransactionStatus status = TransactionStatus.of(payment.status());
    Channel channel = payment.channel().map(Channel::of).orElse(usualFor(status));
    String grossAmount = payment.amount() + ".00";
    ObjectNode body = Json.object();
    body.put("transaction_time", wib(payment.paidAt()));
    body.put("transaction_status", status.word());
    body.put("transaction_id", UUID.randomUUID().toString());
    body.put("status_message", status.message());
    body.put("status_code", status.code());
    body.put(
        "signature_key",
        MidtransSignature.of(
            payment.billingCode(), status.code(), grossAmount, secret.member("serverKey")));
    body.put("payment_type", channel.word());
    body.put("order_id", payment.billingCode());
    body.put("merchant_id", "G990000001");
    body.put("gross_amount", grossAmount);
    body.put("currency", payment.currency());
    if (status == TransactionStatus.SETTLEMENT || status == TransactionStatus.REFUND) {
      body.put("settlement_time", wib(payment.paidAt()));
    }
    channel.describe(body, payment.billingCode());
    return body;
  }

  /** Only a card is captured. */
  private static Channel usualFor(TransactionStatus status) {
    return status == TransactionStatus.CAPTURE ? Channel.CREDIT_CARD : Channel.BANK_TRANSFER;
  }

  private static String wib(Instant time) {
    return WIB_TIME.format(time);
  }
}
