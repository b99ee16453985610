package id.antrean.sandbox.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A secret that the system shares with an outside party, read anew each time: it may be rotated.
 */
public final class SharedSecret {
  private final SecretsManagerClient secretsManager;
  private final String secretId;

  public SharedSecret(SecretsManagerClient secretsManager, String secretId) {
    this.secretsManager = secretsManager;
    this.secretId = secretId;
  }

  /** One member of the secret's JSON. */
  public String member(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("Secret " + secretId + " has no member " + name));
  }

  /** One that may be missing. */
  public Optional<String> find(String name) {
    return Optional.of(read())
        .filter(secret -> secret.hasNonNull(name))
        .map(secret -> secret.get(name).asText());
  }

  /** Adds members, or puts others in their place, as the system's operator does. */
  public void put(Map<String, String> members) {
    ObjectNode secret = read();
    members.forEach(secret::put);
    secretsManager.putSecretValue(put -> put.secretId(secretId).secretString(secret.toString()));
  }

  private ObjectNode read() {
    String text = secretsManager.getSecretValue(get -> get.secretId(secretId)).secretString();
    return Json.parse(text)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> new IllegalStateException("Secret " + secretId + " is no JSON object"));
  }
}
