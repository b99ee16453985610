package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.payments.PaymentsHouse.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand notifications that are no more what their senders wrote: no fault of ours, no
 * change without a signature, and nothing in the log that should not be there. The seed is fixed,
 * so that a failure comes again.
 */
class WebhooksUnderFireTest {
  private static final int INPUTS = 100_000;
  private static final String NIK = "9901014107950001";
  private static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "null",
          "NaN",
          "-1",
          "1e999999",
          "\u0000",
          "\uFEFF",
          "\uD800",
          "{",
          "}",
          "[[[[",
          "\"\"",
          "true",
          "99999999999999999999",
          "950.000",
          "../..",
          "%n%s",
          NIK,
          "🦊",
          "'; --");

  private final Random random = new Random(14);
  private final PaymentsHouse house = new PaymentsHouse();
  private final String bill = house.counter.code();

  /** A call that was good before something befell it. */
  private record Shot(
      String resource, Map<String, String> path, Map<String, String> headers, String body) {
    Shot saying(String other) {
      return new Shot(resource, path, headers, other);
    }
  }

  private Shot good(int number) {
    return switch (number % 6) {
      case 0 -> standard(StandardSender.paid(bill, 1), number);
      case 1 -> shared("midtrans", Map.of(), MidtransSender.paid("t" + number, bill, "1.00"));
      case 2 ->
          shared(
              "xendit",
              SigningSenders.xendit(),
              "{\"id\":\"i%d\",\"external_id\":\"%s\",\"status\":\"PAID\",\"amount\":1,\"paid_amount\":1}"
                  .formatted(number, bill));
      case 3 ->
          doku(
              "{\"order\":{\"invoice_number\":\"%s\",\"amount\":1},\"transaction\":{\"status\":\"SUCCESS\",\"original_request_id\":\"o%d\"}}"
                  .formatted(bill, number),
              number);
      case 4 ->
          snap(
              "/transfer-va/payment",
              "{\"customerNo\":\"%s\",\"paymentRequestId\":\"p%d\",\"paidAmount\":{\"value\":\"1.00\",\"currency\":\"IDR\"}}"
                  .formatted(bill, number),
              number);
      default ->
          snap(
              "/qr/qr-mpm-notify",
              "{\"originalReferenceNo\":\"q%d\",\"originalPartnerReferenceNo\":\"%s\",\"latestTransactionStatus\":\"00\",\"amount\":{\"value\":\"1.00\",\"currency\":\"IDR\"}}"
                  .formatted(number, bill),
              number);
    };
  }

  private Shot shared(String sender, Map<String, String> headers, String body) {
    return new Shot(
        "/payments/notifications/{aggregator}", Map.of("aggregator", sender), headers, body);
  }

  private Shot standard(String body, int number) {
    return shared("standard", new StandardSender("e" + number).headers(body, house.now()), body);
  }

  private Shot doku(String body, int number) {
    return shared("doku", SigningSenders.doku("r" + number, body, house.now()), body);
  }

  private Shot snap(String service, String body, int number) {
    return new Shot(
        "/payments/snap/{partner}/v1.0" + service,
        Map.of("partner", "bank"),
        SigningSenders.snap(service, Integer.toString(number), body, house.now()),
        body);
  }

  // ---- What befalls it ----

  private String broken(String text) {
    List<UnaryOperator<String>> ways =
        List.of(
            it -> it.substring(0, random.nextInt(it.length() + 1)),
            it -> it.substring(random.nextInt(it.length() + 1)),
            it -> at(it, strange()),
            it -> at(it, Character.toString(random.nextInt(0x300))),
            it -> it.replaceFirst("\"[^\"]*\"", "\"" + strange().replace("\"", "") + "\""),
            it -> it.replaceFirst(":[^,}]*", ":" + strange()),
            it -> it + it,
            it -> at(it, "[".repeat(random.nextInt(3_000))),
            it -> at(it, "9".repeat(random.nextInt(2_000))));
    String changed = text;
    for (int i = 0; i <= random.nextInt(3); i++) {
      changed = ways.get(random.nextInt(ways.size())).apply(changed);
    }
    return changed;
  }

  private String at(String text, String more) {
    int place = random.nextInt(text.length() + 1);
    return text.substring(0, place) + more + text.substring(place);
  }

  private String strange() {
    return STRANGE.get(random.nextInt(STRANGE.size()));
  }

  private Shot brokenOnItsWay(Shot shot) {
    if (random.nextBoolean() || shot.headers().isEmpty()) {
      return shot.saying(broken(shot.body()));
    }
    Map<String, String> headers = new HashMap<>(shot.headers());
    List<String> names = new ArrayList<>(headers.keySet());
    String name = names.get(random.nextInt(names.size()));
    headers.compute(
        name, (it, value) -> random.nextInt(4) == 0 ? null : broken(String.valueOf(value)));
    return new Shot(shot.resource(), shot.path(), headers, shot.body());
  }

  /** Nonsense under a signature that fits: its sender has gone mad. */
  private Shot brokenAtItsSender(int number) {
    String body = broken(good(number).body());
    return switch (number % 3) {
      case 0 -> standard(body, number);
      case 1 -> doku(body, number);
      default -> shared("xendit", SigningSenders.xendit(), body);
    };
  }

  private Told told(Shot shot) {
    return house.posted(shot.resource(), shot.path(), shot.headers(), shot.body());
  }

  @Test
  void nothingThatComesIsAFaultOfOurs() {
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      Shot good = good(i);
      Shot shot = brokenOnItsWay(good);
      Application before = house.counter.application();
      int kept = house.counter.world.payments.kept().size();

      Told answer = told(shot);

      assertThat(answer.status()).as("%d: %s", i, shot).isLessThan(500);
      if (answer.status() >= 400 && answer.status() != 404) {
        refused++;
      }
      if (answer.status() == 401) {
        assertThat(house.counter.application()).as("%d: %s", i, shot).isEqualTo(before);
        assertThat(house.counter.world.payments.kept()).as("%d: %s", i, shot).hasSize(kept);
      }
      if (signsItsBytes(i) && !shot.body().equals(good.body())) {
        assertThat(answer.status()).as("%d: %s", i, shot).isGreaterThanOrEqualTo(400);
      }
      if (i % 1_000 == 0) {
        saysNothingThatIsSecret(house.log());
        house.counter.world.payments.forget();
      }
    }
    assertThat(refused).as("most are refused").isGreaterThan(INPUTS / 3);
  }

  /** SNAP signs what is left of its body without blanks; others leave some of theirs unsigned. */
  private static boolean signsItsBytes(int number) {
    return number % 6 == 0 || number % 6 == 3;
  }

  /**
   * A control: where a body is read before it is verified, some that nobody signed are taken in.
   */
  @Test
  void whatIsReadBeforeItIsVerifiedIsBelievedUnsigned() {
    PaymentsHouse broken = new PaymentsHouse(ParsesFirst::new);
    int believed = 0;
    for (int i = 0; i < INPUTS / 10; i++) {
      Shot good = standard(StandardSender.paid(bill, 1), i);
      Shot shot = good.saying(broken(good.body()));
      int status =
          broken.posted(shot.resource(), shot.path(), shot.headers(), shot.body()).status();
      if (status < 300 && !shot.body().equals(good.body())) {
        believed++;
      }
    }
    assertThat(believed).isPositive();
  }

  @Test
  void nonsenseUnderAGoodSignatureIsKeptAndAnsweredWell() {
    for (int i = 0; i < INPUTS / 10; i++) {
      Shot shot = brokenAtItsSender(i);

      assertThat(told(shot).status()).as("%d: %s", i, shot).isIn(200, 413, 429);
      if (i % 500 == 0) {
        saysNothingThatIsSecret(house.log());
        house.counter.world.payments.forget();
      }
    }
  }

  private static void saysNothingThatIsSecret(String log) {
    assertThat(log).doesNotContain(NIK);
    SigningSenders.SECRETS.forEach(secret -> assertThat(log).doesNotContain(secret));
  }
}
