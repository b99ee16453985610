package id.antrean.aws.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.aws.Retry;
import id.antrean.aws.SayWhatIsMissing;
import id.antrean.domain.counter.KeepTicketSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The versions of the ticket secret in Secrets Manager, which says by stages where each is. */
public final class TicketSecretVersions implements KeepTicketSecret {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PENDING = "AWSPENDING";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecretsManagerClient secrets;
  private final String id;

  public TicketSecretVersions(SecretsManagerClient secrets, String id) {
    this.secrets = secrets;
    this.id = id;
  }

  /** That which has become current stays pending beside it, until the next is. */
  @Override
  public Stage stage(String version) {
    List<String> stages = stages().getOrDefault(version, List.of());
    if (stages.contains(CURRENT)) {
      return Stage.CURRENT;
    }
    return stages.contains(PENDING) ? Stage.PENDING : Stage.NEITHER;
  }

  private Map<String, List<String>> stages() {
    try {
      return Retry.with(
          "reading a secret's versions",
          () -> secrets.describeSecret(it -> it.secretId(id)).versionIdsToStages());
    } catch (ResourceNotFoundException gone) {
      throw SayWhatIsMissing.named("secret", id);
    }
  }

  @Override
  public Optional<String> pendingSeed(String version) {
    try {
      return Optional.of(
          seed(
              Retry.with(
                  "reading a secret",
                  () ->
                      secrets
                          .getSecretValue(
                              get -> get.secretId(id).versionId(version).versionStage(PENDING))
                          .secretString())));
    } catch (ResourceNotFoundException noTextYet) {
      return Optional.empty();
    }
  }

  /** The parser's own message would carry the secret. */
  private static String seed(String text) {
    try {
      JsonNode seed = JSON.readTree(text).path(RotatingTicketSecrets.SEED);
      if (seed.isTextual() && !seed.textValue().isBlank()) {
        return seed.textValue();
      }
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("a pending ticket secret is not a JSON object");
    }
    throw new IllegalStateException("a pending ticket secret has no seed");
  }

  @Override
  public void keep(String version, String seed) {
    String text =
        JsonNodeFactory.instance.objectNode().put(RotatingTicketSecrets.SEED, seed).toString();
    try {
      Retry.with(
          "keeping a secret",
          () ->
              secrets.putSecretValue(
                  put ->
                      put.secretId(id)
                          .clientRequestToken(version)
                          .secretString(text)
                          .versionStages(PENDING)));
    } catch (ResourceExistsException anotherTryWasFirst) {
      return;
    }
  }

  /** Where the answer of a try was lost, the next is refused, and all is as it should be. */
  @Override
  public void makeCurrent(String version) {
    String current = current(stages());
    try {
      Retry.with(
          "making a secret's version current",
          () ->
              secrets.updateSecretVersionStage(
                  move ->
                      move.secretId(id)
                          .versionStage(CURRENT)
                          .moveToVersionId(version)
                          .removeFromVersionId(current)));
    } catch (InvalidParameterException refused) {
      if (stage(version) != Stage.CURRENT) {
        throw refused;
      }
    }
  }

  private static String current(Map<String, List<String>> stages) {
    return stages.entrySet().stream()
        .filter(version -> version.getValue().contains(CURRENT))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the ticket secret has no current version"));
  }
}
