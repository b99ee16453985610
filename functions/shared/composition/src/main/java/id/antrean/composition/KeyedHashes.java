package id.antrean.composition;

import id.antrean.aws.Environment;
import id.antrean.aws.identity.KeyedDigests;
import id.antrean.aws.secrets.RotatingSecret;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Keyed hashes, in functions that carry the client of secrets. */
@IfBuildProperty(name = "quarkus.secretsmanager.sync-client.type", stringValue = "url")
class KeyedHashes {

  @Singleton
  KeyedHashSecret secret(SecretsManagerClient secrets) {
    RotatingSecret secret =
        new RotatingSecret(
            secrets, Environment.text("KEYED_HASH_SECRET_ID"), InstantSource.system());
    return () -> secret.current("key");
  }

  @Singleton
  KeyedDigests digests(KeyedHashSecret secret) {
    return new KeyedDigests(secret);
  }
}
