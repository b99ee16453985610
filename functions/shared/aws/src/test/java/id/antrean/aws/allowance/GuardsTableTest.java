package id.antrean.aws.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.aws.applications.DynamoDeclarations;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.Window;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.document.RememberedDeclaration.Declared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counters and remembered keys on the store itself. */
class GuardsTableTest {
  private static final String GUARDS = "guards";
  private static final Instant NOW = Instant.parse("2026-12-07T01:00:00Z");
  private static final Window HOUR = new Window(NOW, Duration.ofHours(1));
  private static final Declared CARD =
      new Declared(new DocumentId("AAAAAAAAAAAAAAAA"), DocumentKind.ID_CARD);
  private static final int CROWD = 40;
  private static final int LIMIT = 15;

  private static final EmbeddedTables TABLES = new EmbeddedTables().with(GUARDS, "guard");

  private final DynamoDbClient dynamo = TABLES.dynamo();

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  @Test
  void aCrowdIsCountedToTheLimitAndNoFurther() throws Exception {
    DynamoUses uses = new DynamoUses(dynamo, GUARDS);

    List<Boolean> counted =
        atOnce(() -> uses.count(Allowance.REGISTRATION, "crowd", HOUR, 1, LIMIT));

    assertThat(counted).filteredOn(it -> it).hasSize(LIMIT);
    assertThat(uses.count(Allowance.REGISTRATION, "crowd", HOUR, 1, LIMIT)).isFalse();
    assertThat(usesIn(item("uses#REGISTRATION#PT1H#" + NOW.getEpochSecond() + "#crowd")))
        .isEqualTo(LIMIT);
  }

  /** What the condition is for: without it all of the same crowd are counted. */
  @Test
  void theSameCrowdIsNotStoppedWithoutTheCondition() throws Exception {
    atOnce(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(GUARDS)
                        .key(Map.of("guard", AttributeValue.fromS("control")))
                        .updateExpression("ADD uses :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))));

    assertThat(usesIn(item("control"))).isEqualTo(CROWD);
  }

  @Test
  void accountsAllowancesAndWindowsAreCountedApartAndCountersEndByThemselves() {
    DynamoUses uses = new DynamoUses(dynamo, GUARDS);
    Window next = new Window(HOUR.end(), HOUR.length());
    Window day = new Window(NOW, Duration.ofHours(24));

    assertThat(uses.count(Allowance.REGISTRATION, "siti", HOUR, 1, 1)).isTrue();
    assertThat(uses.count(Allowance.REGISTRATION, "siti", HOUR, 1, 1)).isFalse();
    assertThat(uses.count(Allowance.REGISTRATION, "budi", HOUR, 1, 1)).isTrue();
    assertThat(uses.count(Allowance.CORRECTION, "siti", HOUR, 1, 1)).isTrue();
    assertThat(uses.count(Allowance.REGISTRATION, "siti", next, 1, 1)).isTrue();
    assertThat(uses.count(Allowance.REGISTRATION, "siti", day, 1, 1)).isTrue();
    assertThat(uses.count(Allowance.REGISTRATION, "nobody", HOUR, 1, 0)).isFalse();
    assertThat(item("uses#REGISTRATION#PT1H#" + NOW.getEpochSecond() + "#siti"))
        .containsEntry(
            "forgetAt", AttributeValue.fromN(Long.toString(HOUR.end().getEpochSecond())));
  }

  @Test
  void severalAreCountedTogetherOrNotAtAll() {
    DynamoUses uses = new DynamoUses(dynamo, GUARDS);

    assertThat(uses.count(Allowance.DECLARATION, "ani", HOUR, 3, 5)).isTrue();
    assertThat(uses.count(Allowance.DECLARATION, "ani", HOUR, 3, 5)).isFalse();
    assertThat(uses.count(Allowance.DECLARATION, "ani", HOUR, 2, 5)).isTrue();
    assertThat(uses.count(Allowance.DECLARATION, "ani", HOUR, 1, 5)).isFalse();
    assertThat(uses.count(Allowance.DECLARATION, "village", HOUR, 6, 5)).isFalse();
  }

  @Test
  void aDeclarationThatAFormerVersionRememberedIsOfOneDocument() {
    dynamo.putItem(
        put ->
            put.tableName(GUARDS)
                .item(
                    Map.of(
                        "guard", AttributeValue.fromS("declaration#former"),
                        "digest", AttributeValue.fromS("digest"),
                        "document", AttributeValue.fromS("AAAAAAAAAAAAAAAA"),
                        "kind", AttributeValue.fromS("ID_CARD"),
                        "until",
                            AttributeValue.fromN(
                                Long.toString(NOW.plusSeconds(60).toEpochMilli())))));

    assertThat(new DynamoDeclarations(dynamo, GUARDS).find("former", NOW))
        .contains(
            new RememberedDeclaration("former", "digest", List.of(CARD), NOW.plusSeconds(60)));
  }

  @Test
  void aDeclarationIsRememberedOnceUntilItsKeyIsForgotten() {
    DynamoDeclarations declarations = new DynamoDeclarations(dynamo, GUARDS);
    RememberedDeclaration first = declaration("first", NOW.plusSeconds(60));
    RememberedDeclaration second = declaration("second", NOW.plusSeconds(600));

    assertThat(declarations.find("key", NOW)).isEmpty();
    assertThat(declarations.remember(first, NOW)).isTrue();
    assertThat(declarations.remember(second, NOW.plusSeconds(59))).isFalse();
    assertThat(declarations.find("key", NOW.plusSeconds(59))).contains(first);
    assertThat(declarations.find("key", NOW.plusSeconds(60))).isEmpty();
    assertThat(declarations.remember(second, NOW.plusSeconds(60))).isTrue();
    assertThat(declarations.find("key", NOW.plusSeconds(60))).contains(second);
  }

  private static RememberedDeclaration declaration(String digest, Instant until) {
    return new RememberedDeclaration(
        "key",
        digest,
        List.of(CARD, new Declared(new DocumentId("BBBBBBBBBBBBBBBB"), DocumentKind.FAMILY_CARD)),
        until);
  }

  private Map<String, AttributeValue> item(String guard) {
    return dynamo
        .getItem(
            get ->
                get.tableName(GUARDS)
                    .key(Map.of("guard", AttributeValue.fromS(guard)))
                    .consistentRead(true))
        .item();
  }

  private static int usesIn(Map<String, AttributeValue> item) {
    return Integer.parseInt(Objects.requireNonNull(item.get("uses")).n());
  }

  private static <T> List<T> atOnce(Callable<T> deed) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(Collections.nCopies(CROWD, deed))) {
        results.add(result.get());
      }
      return results;
    }
  }
}
