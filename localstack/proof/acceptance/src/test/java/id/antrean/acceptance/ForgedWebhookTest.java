package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Aggregator;
import id.antrean.acceptance.people.MidtransNotification;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.StandardWebhook;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: a forged or replayed webhook is 401 and changes nothing; a true one is taken. */
@OnAStack
@DisplayName("A webhook")
final class ForgedWebhookTest {
  private static final long BILL = 950_000;

  private final Stack stack;
  private final PassportApplication application;
  private String expected = "AWAITING_PAYMENT";

  ForgedWebhookTest(Stack stack) {
    this.stack = stack;
    this.application = stack.readyApplication();
  }

  @BeforeEach
  void somebody_is_to_pay() {
    application.holds(stack.opens(1));
  }

  @AfterEach
  void changed_what_it_should() {
    assertThat(application.status()).isEqualTo(expected);
  }

  // ---- Standard Webhooks ----

  @Test
  void signed_with_the_senders_secret_is_taken() {
    StandardWebhook webhook = webhook();

    assertThat(notifies(webhook, webhook.headers()).status()).isEqualTo(200);

    expected = "CONFIRMED";
  }

  @Test
  void with_a_right_signature_beside_others_is_taken_while_secrets_rotate() {
    StandardWebhook webhook = webhook();
    String several = "v2,abc v1,bm90IHRoaXMgb25l v1," + webhook.signature();

    assertThat(notifies(webhook, webhook.headers(several)).status()).isEqualTo(200);

    expected = "CONFIRMED";
  }

  @Test
  void signed_with_another_secret_is_refused() {
    StandardWebhook forged = webhook().signedWith(otherSecret());

    assertThat(
            notifies(forged, forged.headers()).refused(401, "unauthenticated").getString("reason"))
        .isEqualTo("WRONG_SIGNATURE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1,", "invalid_signature", "v1,bm90IGEgc2lnbmF0dXJl", "v2,%s", "%s"})
  void without_a_right_signature_is_refused(String form) {
    StandardWebhook webhook = webhook();

    notifies(webhook, webhook.headers(form.formatted(webhook.signature())))
        .refused(401, "unauthenticated");
  }

  @Test
  void without_any_signature_is_refused() {
    JsonPath problem =
        stack.standard().notifies(Map.of(), webhook().body()).refused(401, "unauthenticated");
    assertThat(problem.getString("reason")).isEqualTo("MISSING_HEADER");
    assertThat(problem.getString("detail")).contains("webhook-signature");
  }

  @ParameterizedTest
  @ValueSource(ints = {-306, 310})
  void sent_at_another_time_is_refused_as_a_replay(int seconds) {
    StandardWebhook replayed = webhook().at(now().plus(Duration.ofSeconds(seconds)));

    String reason =
        notifies(replayed, replayed.headers()).refused(401, "unauthenticated").getString("reason");
    assertThat(reason).isEqualTo(seconds < 0 ? "TIMESTAMP_TOO_OLD" : "TIMESTAMP_TOO_NEW");
  }

  @Test
  void given_another_id_is_refused() {
    StandardWebhook webhook = webhook();
    Map<String, String> headers =
        Map.of(
            "webhook-id",
            "msg_another",
            "webhook-timestamp",
            Long.toString(webhook.timestamp()),
            "webhook-signature",
            "v1," + webhook.signature());

    notifies(webhook, headers).refused(401, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{not json | ''",
        "{\"type\":\"payment.succeeded\"} | /data",
        "{\"type\":\"payment.succeeded\",\"data\":{\"amount\":\"950.000\"}} | /data/amount"
      })
  void signed_but_not_to_be_understood_is_kept_and_says_what_is_not(String body, String pointer) {
    StandardWebhook garbage = webhook().saying(body);

    JsonPath receipt =
        stack.standard().notifiesWrongly(garbage.headers(), garbage.body()).accepted();

    assertThat(receipt.getString("outcome")).isEqualTo("EXCEPTION");
    assertThat(receipt.getString("reason")).isEqualTo("NOT_UNDERSTOOD");
    assertThat(receipt.getString("pointer")).isEqualTo(pointer);
  }

  @Test
  void written_in_other_ways_is_understood_all_the_same() {
    String body =
        "\uFEFF{\"type\":\"payment.succeeded\",\"data\":{\"billingCode\":\"%s\",\"amount\":\"950000\",\"currency\":\"idr\"}}"
            .formatted(billingCode());
    StandardWebhook webhook = webhook().saying(body);

    JsonPath receipt =
        stack.standard().notifiesWrongly(webhook.svixHeaders(), webhook.body()).accepted();

    assertThat(receipt.getString("outcome")).isEqualTo("SETTLED");
    expected = "CONFIRMED";
  }

  @Test
  void that_is_a_ping_is_noted() {
    StandardWebhook ping = webhook().saying("{\"type\":\"ping\"}");

    assertThat(notifies(ping, ping.headers()).accepted().getString("outcome")).isEqualTo("NOTED");
  }

  @Test
  void whose_signature_header_comes_twice_is_taken_if_one_is_right() {
    StandardWebhook webhook = webhook();

    int status =
        stack
            .api()
            .as(Token.NONE)
            .header("webhook-id", webhook.id())
            .header("webhook-timestamp", Long.toString(webhook.timestamp()))
            .header("webhook-signature", "v1," + webhook.signature(), "v1,bm90IHRoaXMgb25l")
            .contentType("application/json")
            .body(webhook.body())
            .post("/payments/notifications/{aggregator}", "standard")
            .statusCode();

    assertThat(status).isEqualTo(200);
    expected = "CONFIRMED";
  }

  @Test
  void whose_channel_is_endless_shows_the_beginning_of_it() {
    String body =
        "{\"type\":\"payment.succeeded\",\"data\":{\"billingCode\":\"%s\",\"amount\":950000,\"currency\":\"IDR\",\"paidAt\":\"+99999-01-01T00:00:00Z\",\"channel\":\"QRIS%s\"}}"
            .formatted(billingCode(), "S".repeat(120_000));
    StandardWebhook webhook = webhook().saying(body);

    assertThat(notifies(webhook, webhook.headers()).status()).isEqualTo(200);

    expected = "CONFIRMED";
    assertThat(application.bill().getString("channel")).hasSizeLessThan(50);
    assertThat(application.bill().getString("paidAt")).startsWith("20");
  }

  // ---- Midtrans ----

  @Test
  void of_midtrans_signed_with_another_key_is_refused() {
    MidtransNotification forged =
        MidtransNotification.paid(billingCode(), BILL, "SB-Mid-server-forged");

    stack.midtrans().notifies(Map.of(), forged.body()).refused(401, "unauthenticated");
  }

  @Test
  void of_midtrans_without_a_signature_is_refused() {
    String unsigned = "{\"order_id\":\"%s\",\"status_code\":\"200\"}".formatted(billingCode());

    stack.midtrans().notifies(Map.of(), unsigned).refused(401, "unauthenticated");
    stack.midtrans().notifies(Map.of(), "{}").refused(401, "unauthenticated");
  }

  // ---- Both ----

  @ParameterizedTest
  @ValueSource(strings = {"standard", "midtrans"})
  void tampered_with_on_its_way_is_refused(String name) {
    Aggregator aggregator = name.equals("standard") ? stack.standard() : stack.midtrans();

    assertThat(aggregator.takesPayment(billingCode(), Map.of("tamper", true))).containsExactly(401);
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES)
  void of_nobody_we_know_finds_nothing() {
    StandardWebhook webhook = webhook();

    new Answer(
            stack
                .api()
                .wronglyAs(Token.NONE)
                .headers(webhook.headers())
                .contentType("application/json")
                .body(webhook.body())
                .post("/payments/notifications/{aggregator}", "nobody"))
        .refused(404, "not-found");
  }

  private Answer notifies(StandardWebhook webhook, Map<String, String> headers) {
    return stack.standard().notifies(headers, webhook.body());
  }

  private StandardWebhook webhook() {
    return StandardWebhook.paid(billingCode(), BILL, now(), secret());
  }

  private String billingCode() {
    return application.bill().getString("billingCode");
  }

  private String secret() {
    return stack.sandbox().secretsOf("standard").getString("secret");
  }

  private static String otherSecret() {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
  }

  private Instant now() {
    return stack.sandbox().now().toInstant();
  }
}
