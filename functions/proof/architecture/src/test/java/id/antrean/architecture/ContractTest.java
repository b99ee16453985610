package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** infra/openapi.yaml and template.yaml speak of the same functions. */
class ContractTest {
  private static final Template TEMPLATE = new Template();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Pattern FUNCTION =
      Pattern.compile("\\$\\{([A-Za-z]+)\\.Arn}:live/invocations$");

  /** An operation and where API Gateway sends it. */
  record Operation(String method, String path, Section definition) {

    Section integration() {
      return definition.at("x-amazon-apigateway-integration");
    }

    String function() {
      Matcher uri =
          FUNCTION.matcher(integration().at("uri").text("Fn::Sub").orElse("no integration"));
      return uri.find() ? uri.group(1) : "nothing";
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Operation> operations() {
    Section paths = House.contract().at("paths");
    return paths.names().stream()
        .flatMap(
            path ->
                paths.at(path).names().stream()
                    .filter(METHODS::contains)
                    .map(method -> new Operation(method, path, paths.at(path, method))));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsAFunctionsWork(Operation operation) {
    assertThat(TEMPLATE.functions()).containsKey(operation.function());
    assertThat(operation.integration().text("type")).contains("aws_proxy");
    // Lambda is always invoked by POST, whatever the client's method.
    assertThat(operation.integration().text("httpMethod")).contains("POST");
  }

  private static String called(Operation operation) {
    return "${%s}:live".formatted(operation.function());
  }

  /** Without its permission the gateway answers 500, and only a call shows it. */
  @ParameterizedTest
  @MethodSource("operations")
  void theGatewayMayInvokeThatFunction(Operation operation) {
    List<Section> permissions =
        TEMPLATE.ofType("AWS::Lambda::Permission").values().stream()
            .map(permission -> permission.at("Properties"))
            .filter(it -> it.text("FunctionName").orElse("").equals(called(operation)))
            .toList();

    assertThat(permissions)
        .singleElement()
        .satisfies(
            permission -> {
              assertThat(permission.text("Action")).contains("lambda:InvokeFunction");
              assertThat(permission.text("Principal")).contains("apigateway.amazonaws.com");
              // Else any API of any account may.
              assertThat(permission.text("SourceArn").orElse("")).contains("${Api}");
            });
  }

  /**
   * Whoever reads personal data or changes anything shows a token; the public reads and webhooks do
   * not.
   */
  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationSaysWhetherItNeedsAToken(Operation operation) {
    boolean open =
        operation.path().startsWith("/payments/notifications/")
            || operation.path().startsWith("/payments/snap/")
            || (operation.method().equals("get")
                && Set.of(
                        "/offices",
                        "/offices/{officeId}",
                        "/offices/{officeId}/availability",
                        "/offices/{officeId}/display",
                        "/tickets/keys")
                    .contains(operation.path()));

    assertThat(operation.definition().has("security")).isTrue();
    assertThat(operation.definition().items("security").isEmpty()).isEqualTo(open);
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    List<String> names =
        operations().map(it -> it.definition().text("operationId").orElse("")).toList();

    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    assertThat(operations().map(Operation::function).collect(Collectors.toSet()))
        .doesNotContain("nothing");
  }

  /** A browser asks before it lets a page call, and whoever answers the path has to answer that. */
  @ParameterizedTest
  @MethodSource("operations")
  void everyPathAnswersThePreflightOfItsOperations(Operation operation) {
    Operation preflight =
        new Operation(
            "options", operation.path(), House.contract().at("paths", operation.path(), "options"));

    assertThat(preflight.function()).isEqualTo(operation.function());
    assertThat(preflight.integration().text("type")).contains("aws_proxy");
    assertThat(preflight.definition().has("security")).isTrue();
    assertThat(preflight.definition().items("security")).isEmpty();
    // Else generated clients have a method for it.
    assertThat(preflight.definition().text("x-internal")).contains("true");
  }

  /** What applicants and the public read can be asked for again without being sent again. */
  @ParameterizedTest
  @MethodSource("operations")
  void whatIsLookedAtAgainAndAgainSaysWhenItIsUnchanged(Operation operation) {
    boolean reads =
        operation.method().equals("get")
            && !operation.definition().texts("tags").contains("Office desk");

    assertThat(operation.definition().at("responses").has("304")).isEqualTo(reads);
    assertThat(
            operation.definition().sections("parameters").stream()
                .anyMatch(it -> it.text("$ref").orElse("").endsWith("/IfNoneMatch")))
        .isEqualTo(reads);
    if (reads) {
      assertThat(operation.definition().at("responses", "200", "headers").has("ETag")).isTrue();
    }
  }

  /** API Gateway imports no newer. */
  @Test
  void theContractIsInAVersionThatTheGatewayReads() {
    assertThat(House.contract().text("openapi")).get().asString().startsWith("3.0.");
  }

  /** The template includes the contract, and CloudFormation takes no null in a template. */
  @Test
  void nothingInTheContractIsNull() {
    assertThat(Section.nulls(House.ROOT.resolve("infra/openapi.yaml"))).isEmpty();
  }

  /** Generators make a text of an enumeration of numbers, and then cannot read the number. */
  @Test
  void onlyTextsAreEnumerations() {
    assertThat(House.contract().everywhere())
        .filteredOn(it -> it.has("enum") && it.has("type"))
        .allSatisfy(it -> assertThat(it.text("type")).as("%s", it).contains("string"));
  }

  /** Generated clients name their types after the schemas; an inner one would be called inline. */
  @Test
  void whateverHasFieldsHasAName() {
    Section schemas = House.contract().at("components", "schemas");
    List<Section> named =
        schemas.names().stream()
            .map(schemas::at)
            .flatMap(it -> Stream.concat(Stream.of(it), it.sections("allOf").stream()))
            .toList();

    assertThat(House.contract().everywhere())
        .filteredOn(it -> it.has("type") && it.has("properties"))
        .isNotEmpty()
        .isSubsetOf(named);
  }

  /** One base of all refusals: a client reads any of them without knowing which it is. */
  @ParameterizedTest
  @MethodSource("operations")
  void everyRefusalIsAProblem(Operation operation) {
    Section schemas = House.contract().at("components", "schemas");
    Section answers = operation.definition().at("responses");

    assertThat(answers.names())
        .filteredOn(status -> status.startsWith("4") || status.startsWith("5"))
        .filteredOn(status -> !isInDialect(operation, answers.at(status)))
        .isNotEmpty()
        .allSatisfy(
            status -> {
              String schema =
                  answers
                      .at(status, "content", "application/problem+json", "schema")
                      .text("$ref")
                      .orElse("none")
                      .replace("#/components/schemas/", "");
              assertThat(schemas.at(schema).sections("allOf"))
                  .as("%s: %s", status, schema)
                  .first()
                  .isEqualTo(new Section(Map.of("$ref", "#/components/schemas/Problem")));
            });
  }

  /** A national standard lays down how its callers are refused. */
  private static boolean isInDialect(Operation operation, Section answer) {
    return operation.path().startsWith("/payments/snap/")
        && answer
            .at("content", "application/json", "schema")
            .text("$ref")
            .filter("#/components/schemas/SnapAnswer"::equals)
            .isPresent();
  }

  static Stream<Operation> changesOfAnApplication() {
    return operations()
        .filter(it -> !it.method().equals("get"))
        .filter(it -> it.path().matches("/applications/\\{id}.*|.*/reopening"))
        // It asks others; what they say is settled whoever else is at it.
        .filter(it -> !it.path().endsWith("/bill/check"));
  }

  /** Whoever lost to others is told so; 503 is for stores. */
  @ParameterizedTest
  @MethodSource("changesOfAnApplication")
  void whateverChangesAnApplicationMayBeOvertaken(Operation operation) {
    Section schemas = House.contract().at("components", "schemas");
    String conflict =
        operation
            .definition()
            .at("responses", "409", "content", "application/problem+json", "schema")
            .text("$ref")
            .orElse("none")
            .replace("#/components/schemas/", "");

    assertThat(schemas.at(conflict).sections("allOf"))
        .flatExtracting(it -> it.at("properties", "type").texts("enum"))
        .contains("/problems/overtaken");
  }

  /** A status at the beginning of a line would be shown as item 422 of a list. */
  @Test
  void noLineOfADescriptionIsTakenForAList() {
    assertThat(House.contract().everywhere())
        .extracting(it -> it.text("description").orElse(""))
        .noneMatch(Pattern.compile("(?m)^\\s*([0-9]+[.)]|[-+*]|#+)\\s").asPredicate());
  }

  /** What a generated client calls unless told otherwise. */
  @Test
  void theContractSaysWhereItIsServed() {
    assertThat(House.contract().sections("servers"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.text("url").orElse("")).matches("https?://.*/v1"));
  }

  /** A comma in a text without quotes makes a field of what follows it, and readers refuse that. */
  @Test
  void noTextIsTornByItsComma() {
    assertThat(House.contract().everywhere())
        .flatExtracting(Section::names)
        .noneMatch(name -> name.contains(" "));
  }
}
