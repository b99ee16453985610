package id.antrean.sandbox.aws;

import id.antrean.sandbox.http.Json;
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
    String text = secretsManager.getSecretValue(get -> get.secretId(secretId)).secretString();
    return Json.parse(text)
        .filter(secret -> secret.hasNonNull(name))
        .map(secret -> secret.get(name).asText())
        .orElseThrow(
            () -> new IllegalStateException("Secret " + secretId + " has no member " + name));
  }
}
