package id.antrean.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Missing;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Every client says what is not there, in whichever call. */
class SayWhatIsMissingTest {
  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("1"));

  static Stream<Named<Consumer<DynamoDbClient>>> calls() {
    return Stream.of(
        Named.of("a look", it -> it.getItem(get -> get.tableName("gone").key(KEY))),
        Named.of(
            "a batch",
            it ->
                it.batchGetItem(
                    get ->
                        get.requestItems(
                            Map.of(
                                "gone", KeysAndAttributes.builder().keys(List.of(KEY)).build())))),
        Named.of(
            "a transaction",
            it ->
                it.transactWriteItems(
                    write ->
                        write.transactItems(
                            List.of(
                                TransactWriteItem.builder()
                                    .delete(one -> one.tableName("gone").key(KEY))
                                    .build())))));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aTableThatIsNotThereIsMissing(Consumer<DynamoDbClient> call) {
    try (EmbeddedTables tables = new EmbeddedTables()) {
      assertThatThrownBy(
              () ->
                  Retry.with(
                      "calling",
                      () -> {
                        call.accept(tables.dynamo());
                        return true;
                      }))
          .isInstanceOfSatisfying(
              Missing.class, missing -> assertThat(missing.kind()).isEqualTo("table"));
    }
  }
}
