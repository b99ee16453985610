package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.payments.PaymentsHouse.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the contract shows of each sender's body is understood when it is sent as its sender signs
 * it, and what the contract asks for is what it is not understood without.
 */
class BodiesOfTheContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode CONTRACT = read(Path.of("../../infra/openapi.yaml"));
  private static final String SHOWN = "819204837561120";

  private final PaymentsHouse house = new PaymentsHouse();

  /** A body that the contract shows. */
  record Body(String name, String schema, JsonNode value) {
    String sender() {
      return name.startsWith("xendit") ? "xendit" : name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static JsonNode read(Path contract) {
    try {
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(10_000_000).build();
      return JSON.valueToTree(new Load(settings).loadFromString(Files.readString(contract)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Body> bodies() {
    JsonNode said =
        CONTRACT
            .at("/paths/~1payments~1notifications~1{aggregator}/post/requestBody/content")
            .path("application/json");
    return said.path("examples").properties().stream()
        .map(
            shown ->
                new Body(
                    shown.getKey(),
                    named(said.path("x-bodies").path(shown.getKey())),
                    shown.getValue().path("value")))
        .toList();
  }

  /** The name of the schema that is referred to; empty where none is. */
  private static String named(JsonNode reference) {
    String path = reference.path("$ref").asText();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Told posts(Body body, JsonNode value) {
    ObjectNode said = value.deepCopy();
    if (body.sender().equals("midtrans") && said.has("signature_key")) {
      said.put(
          "signature_key",
          MidtransSender.signature(
              house.counter.code()
                  + said.path("status_code").asText()
                  + said.path("gross_amount").asText()));
    }
    String text = said.toString().replace(SHOWN, house.counter.code());
    Map<String, String> headers =
        switch (body.sender()) {
          case "standard" -> new StandardSender("e-1").headers(text, house.now());
          case "xendit" -> SigningSenders.xendit();
          case "doku" -> SigningSenders.doku("r-1", text, house.now());
          default -> Map.of();
        };
    return house.webhook(body.sender(), headers, text);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void eachIsUnderstood(Body body) {
    Told told = posts(body, body.value());

    assertThat(told.status()).isEqualTo(200);
    // Whoever does not sign what counts is asked first, and nobody answers here.
    assertThat(told.outcome())
        .isEqualTo(List.of("standard", "doku").contains(body.name()) ? "SETTLED" : "RECEIVED");
    assertThat(house.counter.world.payments.kept())
        .singleElement()
        .matches(kept -> kept.notification().reference().equals(house.counter.code()));
  }

  /** A member that the contract asks for, of a body or of what is in it. */
  record Member(Body body, String pointer) {
    @Override
    public String toString() {
      return body + " without " + pointer;
    }
  }

  static Stream<Member> required() {
    return bodies().stream().flatMap(body -> required(body, body.schema(), ""));
  }

  private static Stream<Member> required(Body body, String schema, String at) {
    JsonNode declared = CONTRACT.at("/components/schemas/" + schema);
    return declared
        .path("required")
        .valueStream()
        .map(JsonNode::asText)
        .flatMap(
            name -> {
              String inner = named(declared.path("properties").path(name));
              Stream<Member> inside =
                  inner.isEmpty() ? Stream.of() : required(body, inner, at + "/" + name);
              return Stream.concat(Stream.of(new Member(body, at + "/" + name)), inside);
            });
  }

  @ParameterizedTest
  @MethodSource("required")
  void withoutWhatTheContractAsksForNoneCountsAsThatMoney(Member member) {
    ObjectNode less = member.body().value().deepCopy();
    int last = member.pointer().lastIndexOf('/');
    ((ObjectNode) less.at(member.pointer().substring(0, last)))
        .remove(member.pointer().substring(last + 1));

    PaymentNotification whole = said(member.body(), member.body().value()).orElseThrow();
    Optional<PaymentNotification> without = said(member.body(), less);

    assertThat(without.map(BodiesOfTheContractTest::whatCounts))
        .isNotEqualTo(Optional.of(whatCounts(whole)));
  }

  /** What is kept of it in a house of its own; empty where it is refused. */
  private static Optional<PaymentNotification> said(Body body, JsonNode value) {
    BodiesOfTheContractTest fresh = new BodiesOfTheContractTest();
    var _ = fresh.posts(body, value);
    return fresh.house.counter.world.payments.kept().stream()
        .map(StoredNotification::notification)
        .findFirst();
  }

  private static List<Object> whatCounts(PaymentNotification said) {
    return List.of(
        said.eventId(),
        said.kind(),
        said.amount(),
        said.currency(),
        said.reference(),
        said.paymentId());
  }
}
