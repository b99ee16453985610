package id.antrean.emulators.secrets;

import static id.antrean.emulators.calls.JsonOperations.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.JsonOperations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets Manager's protocol over {@link Secrets}. */
public final class SecretsService implements AwsService {
  private static final List<String> SAID_BY_THE_TEMPLATE =
      List.of("RotationLambdaARN", "RotationRules", "RotateImmediately");

  private final Secrets secrets;
  private final Rotations rotations;
  private final JsonOperations operations;

  /** Speaks for these secrets, and what rotates them. */
  public SecretsService(Secrets secrets, Rotations rotations) {
    this.secrets = secrets;
    this.rotations = rotations;
    this.operations =
        new JsonOperations(
            "Secrets Manager",
            Map.of(
                "CreateSecret", this::create,
                "GetSecretValue", this::value,
                "PutSecretValue", this::put,
                "DescribeSecret", this::describe,
                "UpdateSecretVersionStage", this::move,
                "RotateSecret", this::rotate));
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    return operations.answer(call);
  }

  private JsonNode create(JsonNode request) {
    Secret made = secrets.create(text(request, "Name"), secretString(request), token(request));
    return named(made).put("VersionId", made.versions().getFirst().id());
  }

  private JsonNode put(JsonNode request) {
    List<String> stages =
        request.path("VersionStages").valueStream().map(JsonNode::asText).toList();
    Optional<String> token = token(request);
    Secret changed =
        secrets.put(
            text(request, "SecretId"),
            secretString(request),
            token,
            stages.isEmpty() ? List.of(SecretVersion.CURRENT) : stages);
    SecretVersion version = token.flatMap(changed::version).orElseGet(changed.versions()::getFirst);
    ObjectNode answer = named(changed).put("VersionId", version.id());
    version.stages().forEach(answer.putArray("VersionStages")::add);
    return answer;
  }

  private JsonNode value(JsonNode request) {
    Secret secret = secrets.find(text(request, "SecretId"));
    String stage = request.path("VersionStage").asText(SecretVersion.CURRENT);
    Supplier<AwsError> notFound =
        () -> Secrets.notFound("the specified secret value for staging label or version: " + stage);
    SecretVersion version =
        (request.has("VersionId")
                ? secret
                    .version(text(request, "VersionId"))
                    .filter(found -> !request.has("VersionStage") || found.stages().contains(stage))
                : secret.staged(stage))
            .orElseThrow(notFound);
    ObjectNode answer =
        named(secret)
            .put("VersionId", version.id())
            .put("SecretString", version.text().orElseThrow(notFound))
            .put("CreatedDate", version.created().toEpochMilli() / 1000.0);
    version.stages().forEach(answer.putArray("VersionStages")::add);
    return answer;
  }

  private JsonNode describe(JsonNode request) {
    Secret secret = secrets.find(text(request, "SecretId"));
    ObjectNode answer = named(secret);
    ObjectNode stages = answer.putObject("VersionIdsToStages");
    secret
        .versions()
        .forEach(version -> version.stages().forEach(stages.withArray(version.id())::add));
    rotations
        .planOf(secret)
        .ifPresent(
            plan ->
                answer
                    .put("RotationEnabled", true)
                    .put("RotationLambdaARN", plan.functionArn())
                    .putObject("RotationRules")
                    .put("AutomaticallyAfterDays", plan.every().toDays()));
    return answer;
  }

  private JsonNode move(JsonNode request) {
    return named(
        secrets.move(
            text(request, "SecretId"),
            text(request, "VersionStage"),
            textIfAny(request, "MoveToVersionId"),
            textIfAny(request, "RemoveFromVersionId")));
  }

  private JsonNode rotate(JsonNode request) {
    for (String said : SAID_BY_THE_TEMPLATE) {
      if (request.has(said)) {
        throw AwsError.badRequest(
            "InvalidParameterException", said + " is said by the local stack's template alone");
      }
    }
    String id = text(request, "SecretId");
    String version = rotations.rotate(id, token(request));
    return named(secrets.find(id)).put("VersionId", version);
  }

  private static ObjectNode named(Secret secret) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ARN", secret.arn())
        .put("Name", secret.name());
  }

  private static String secretString(JsonNode request) {
    if (request.has("SecretBinary")) {
      throw AwsError.badRequest(
          "InvalidParameterException", "SecretBinary is not kept by the local stack");
    }
    return text(request, "SecretString");
  }

  private static Optional<String> token(JsonNode request) {
    return textIfAny(request, "ClientRequestToken");
  }

  private static Optional<String> textIfAny(JsonNode request, String member) {
    return Optional.ofNullable(request.path(member).textValue());
  }
}
