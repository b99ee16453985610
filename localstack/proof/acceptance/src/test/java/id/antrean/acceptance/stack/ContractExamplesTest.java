package id.antrean.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's examples are what its schemas say: people copy them, mock servers send them. */
class ContractExamplesTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** Headers and parameters are not in an example: only bodies are looked at. */
  private static final OpenApiInteractionValidator BODIES =
      Contract.validator(
          "/v1",
          LevelResolver.create()
              .withLevel("validation.request.parameter", Level.IGNORE)
              .withLevel("validation.request.security", Level.IGNORE)
              .withLevel("validation.response.header", Level.IGNORE)
              .build());

  /** A body with the example that stands beside its schema. */
  record Example(String method, String path, String status, String mediaType, JsonNode body) {

    @Override
    public String toString() {
      return method + " " + path + " " + status;
    }

    ValidationReport hold() {
      String url = "/v1" + path.replaceAll("\\{aggregator}", "standard").replaceAll("[{}]", "");
      if (status.equals("request")) {
        SimpleRequest.Builder request =
            new SimpleRequest.Builder(Request.Method.valueOf(method), url)
                .withContentType(mediaType)
                .withBody(body.toString());
        return BODIES.validateRequest(request.build());
      }
      return BODIES.validateResponse(
          url,
          Request.Method.valueOf(method),
          SimpleResponse.Builder.status(Integer.parseInt(status))
              .withContentType(mediaType)
              .withBody(body.toString())
              .build());
    }
  }

  static Stream<Example> examples() throws IOException {
    List<Example> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : contract().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          add(found, method, path.getKey(), "request", operation.getValue().path("requestBody"));
          operation
              .getValue()
              .path("responses")
              .properties()
              .forEach(
                  answer -> add(found, method, path.getKey(), answer.getKey(), answer.getValue()));
        }
      }
    }
    return found.stream();
  }

  /** Of what is JSON: a picture or a page to print is in no example. */
  private static void add(
      List<Example> found, String method, String path, String status, JsonNode message) {
    message.path("content").properties().stream()
        .filter(type -> type.getKey().matches("application/(.+\\+)?json"))
        .forEach(
            type ->
                bodies(type.getValue())
                    .map(body -> new Example(method, path, status, type.getKey(), body))
                    .forEach(found::add));
  }

  /** One, or several by their names. */
  private static Stream<JsonNode> bodies(JsonNode type) {
    return type.has("examples")
        ? type.path("examples").properties().stream().map(named -> named.getValue().path("value"))
        : Stream.of(type.path("example"));
  }

  private static JsonNode contract() throws IOException {
    return Yaml.mapper().readTree(Contract.file().toFile());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyBodyHasAnExampleThatKeepsToItsSchema(Example example) {
    assertThat(example.body().isContainerNode()).as("has an example").isTrue();
    assertThat(example.hold().getMessages()).noneMatch(it -> it.getLevel() != Level.IGNORE);
  }

  /** What a sender may post where all post, and the schema of that. */
  record SendersBody(String name, String schema, JsonNode body) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<SendersBody> bodiesOfSenders() throws IOException {
    JsonNode place =
        contract()
            .at("/paths/~1payments~1notifications~1{aggregator}/post/requestBody/content")
            .path("application/json");
    return place.path("examples").properties().stream()
        .map(
            shown ->
                new SendersBody(
                    shown.getKey(),
                    place
                        .path("x-bodies")
                        .path(shown.getKey())
                        .path("$ref")
                        .asText()
                        .replace("#/components/schemas/", ""),
                    shown.getValue().path("value")));
  }

  /** Their place has one schema for all, so that each names its own. */
  @ParameterizedTest
  @MethodSource("bodiesOfSenders")
  void everySendersBodyKeepsToTheSchemaOfItsKind(SendersBody sent) {
    OpenAPI contract =
        new OpenAPIV3Parser().readContents(FlatContract.read(Contract.file())).getOpenAPI();
    Schema<?> schema = contract.getComponents().getSchemas().get(sent.schema());
    assertThat(schema).as("the schema " + sent.schema()).isNotNull();
    SchemaValidator validator = new SchemaValidator(contract, new MessageResolver());

    assertThat(validator.validate(sent.body().toString(), schema, "").getMessages()).isEmpty();
    for (String required : schema.getRequired()) {
      ObjectNode without = sent.body().deepCopy();
      without.remove(required);
      assertThat(validator.validate(without.toString(), schema, "").hasErrors())
          .as("without " + required)
          .isTrue();
    }
  }

  /** That the test above can fail: an unknown field, a missing one and a wrong one are noticed. */
  @Test
  void anExampleThatBreaksItsSchemaIsNoticed() throws IOException {
    Example right =
        examples().filter(it -> it.toString().equals("GET /offices 429")).findFirst().orElseThrow();
    ObjectNode unknown = right.body().deepCopy();
    unknown.put("surprise", 1);
    ObjectNode without = right.body().deepCopy();
    without.remove("detail");
    ObjectNode other = right.body().deepCopy();
    other.put("status", 430);

    assertThat(List.of(unknown, without, other))
        .allSatisfy(body -> assertThat(with(right, body).hold().hasErrors()).isTrue());
  }

  private static Example with(Example example, JsonNode body) {
    return new Example(
        example.method(), example.path(), example.status(), example.mediaType(), body);
  }
}
