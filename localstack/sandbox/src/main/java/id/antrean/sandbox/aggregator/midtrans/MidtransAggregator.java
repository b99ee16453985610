package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aggregator.DeadCode;
import id.antrean.sandbox.aggregator.Notification;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.aggregator.RetrySchedule;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Midtrans's HTTP notification: every scalar is a string, times are WIB without saying so, the
 * amount has two decimals, and the signature stands in the body.
 */
final class MidtransAggregator implements Aggregator {
  private static final DateTimeFormatter WIB_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(7));

  private static final String METADATA = "metadata";

  private final SharedSecret secret;
  private final MidtransLedger ledger;
  private final OutageSwitch outage;

  MidtransAggregator(SharedSecret secret, MidtransLedger ledger, OutageSwitch outage) {
    this.secret = secret;
    this.ledger = ledger;
    this.outage = outage;
  }

  @Override
  public boolean isDown() {
    return outage.isDown();
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
  public Notification take(Payment asked) {
    TransactionStatus status = TransactionStatus.of(asked.status());
    Payment payment = status.paid() ? byCode(asked) : asked;
    Optional<ObjectNode> before = transactionOf(payment, status);
    ObjectNode transaction =
        before.isPresent() && status.endsPayment()
            ? ended(before.get().deepCopy(), payment, status)
            : describe(payment);
    if (before.isEmpty() || !status.paid()) {
      ledger.write(transaction);
    }
    ObjectNode told = transaction.deepCopy();
    told.remove(METADATA);
    return new Notification(
        transaction.path("transaction_id").asText(),
        path(),
        Map.of("User-Agent", "Veritrans"),
        told.toString());
  }

  /** Who pays a bill that was charged here pays that order; a dead one nobody can pay. */
  private Payment byCode(Payment payment) {
    if (payment.paymentId().isPresent()) {
      return payment;
    }
    Optional<ObjectNode> order =
        ledger.pendingOf(payment.billingCode()).or(() -> ledger.find(payment.billingCode()));
    if (order.isEmpty() || !order.get().has("expiry_time")) {
      return payment;
    }
    String reference = order.get().path("order_id").asText();
    boolean alive =
        order.get().path("transaction_status").asText().equals("pending")
            && wib(payment.sentAt()).compareTo(order.get().path("expiry_time").asText()) < 0;
    if (!alive) {
      throw new DeadCode(reference);
    }
    return payment.forCode(reference, order.get().path("transaction_id").asText());
  }

  /** The transaction that it is about, where there is one whose money came. */
  private Optional<ObjectNode> transactionOf(Payment payment, TransactionStatus status) {
    if (payment.paymentId().isEmpty() && !status.endsPayment()) {
      return Optional.empty();
    }
    return ledger
        .find(payment.paymentId().orElse(payment.billingCode()))
        .filter(
            transaction -> {
              TransactionStatus now =
                  TransactionStatus.of(transaction.path("transaction_status").asText());
              return now.paid() || now.takenBack();
            });
  }

  /** Of a payment that came: the same transaction, another status, each refund on its list. */
  private ObjectNode ended(ObjectNode transaction, Payment payment, TransactionStatus status) {
    transaction.put("transaction_status", status.word());
    transaction.put("status_code", status.code());
    transaction.put("status_message", status.message());
    sign(transaction, status);
    if (status == TransactionStatus.REFUND || status == TransactionStatus.PARTIAL_REFUND) {
      refund(transaction, payment);
    }
    return transaction;
  }

  private static void refund(ObjectNode transaction, Payment payment) {
    ArrayNode refunds = transaction.withArray("refunds");
    refunds
        .addObject()
        .put("refund_chargeback_id", Integer.toString(refunds.size()))
        .put("refund_amount", payment.amount() + ".00")
        .put("refund_key", "refund-" + UUID.randomUUID())
        .put("created_at", wib(payment.sentAt()))
        .put("reason", "asked for in the sandbox");
    BigDecimal inAll = BigDecimal.ZERO;
    for (JsonNode refund : refunds) {
      inAll = inAll.add(new BigDecimal(refund.path("refund_amount").asText()));
    }
    transaction.put("refund_amount", inAll.toPlainString());
  }

  private void sign(ObjectNode transaction, TransactionStatus status) {
    transaction.put(
        "signature_key",
        MidtransSignature.of(
            transaction.path("order_id").asText(),
            status.code(),
            transaction.path("gross_amount").asText(),
            secret.member("serverKey")));
  }

  /** How often it comes again depends on how it was answered. */
  @Override
  public RetrySchedule retries() {
    return new RetrySchedule(
        List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(90),
            Duration.ofMinutes(210)),
        Map.of(500, 1, 503, 4, 400, 2, 404, 2, 301, 0, 302, 0, 303, 0));
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
    ObjectNode body = Json.object();
    body.put("transaction_time", wib(payment.paidAt()));
    body.put("transaction_status", status.word());
    body.put("transaction_id", payment.paymentId().orElseGet(() -> UUID.randomUUID().toString()));
    body.put("status_message", status.message());
    body.put("status_code", status.code());
    body.put("payment_type", channel.word());
    body.put("order_id", payment.billingCode());
    body.put("merchant_id", "G990000001");
    body.put("gross_amount", (payment.amount() + payment.fee()) + ".00");
    body.put("currency", payment.currency());
    sign(body, status);
    if (status == TransactionStatus.SETTLEMENT || status.takenBack()) {
      body.put("settlement_time", wib(payment.paidAt()));
    }
    if (status == TransactionStatus.REFUND || status == TransactionStatus.PARTIAL_REFUND) {
      refund(body, payment);
    }
    channel.describe(body, payment.billingCode());
    if (payment.fee() > 0) {
      body.set(METADATA, feeOnTop(payment));
    }
    return body;
  }

  /** What the status API alone tells of a fee that the customer paid on top. */
  private static ObjectNode feeOnTop(Payment payment) {
    ObjectNode metadata = Json.object();
    metadata
        .putObject("extra_info")
        .putObject("gross_amount_info")
        .put("original_amount", payment.amount() + ".00")
        .put("gross_amount", (payment.amount() + payment.fee()) + ".00")
        .put("customer_imposed_payment_fee", payment.fee() + ".00");
    return metadata;
  }

  /** Only a card is captured. */
  private static Channel usualFor(TransactionStatus status) {
    return status == TransactionStatus.CAPTURE ? Channel.CREDIT_CARD : Channel.BANK_TRANSFER;
  }

  private static String wib(Instant time) {
    return WIB_TIME.format(time);
  }
}
