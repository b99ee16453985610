package id.antrean.senders;

import id.antrean.aws.Environment;
import id.antrean.aws.secrets.RotatingSecret;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What all senders need; each sender's package adds its sender. */
class Wiring {
  @Singleton
  Aggregators aggregators(@All List<Aggregator> all) {
    return new Aggregators(all);
  }

  @Singleton
  SenderSecrets senderSecrets(SecretsManagerClient secrets, Clock clock) {
    return new RotatingSenderSecrets(
        id -> new RotatingSecret(secrets, id, clock), Environment.seconds("FORMER_SECRET_SECONDS"));
  }
}
