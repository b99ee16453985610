package id.antrean.registration.dukcapil;

import id.antrean.aws.Environment;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.applicant.AskDukcapil;
import id.antrean.domain.applicant.DukcapilAnswer;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.InstantSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What asks the population registry is made of. */
class Wiring {

  /** Without an address there is nobody to ask: verdicts stay open. */
  @Singleton
  AskDukcapil dukcapil(SecretsManagerClient secrets) {
    String url = Environment.optional("DUKCAPIL_URL");
    if (url.isEmpty()) {
      return question -> new DukcapilAnswer.Unavailable(DukcapilAnswer.Cause.DOWN);
    }
    RotatingSecret secret =
        new RotatingSecret(secrets, Environment.text("DUKCAPIL_SECRET_ID"), InstantSource.system());
    return new DukcapilCircuit(
        new DukcapilClient(
            HttpClient.newBuilder().connectTimeout(DukcapilClient.LIMIT).build(),
            url,
            () ->
                new DukcapilAccess(
                    secret.current("userId"),
                    secret.current("password"),
                    secret.optional("ipUser").orElse("")),
            DukcapilClient.LIMIT),
        DukcapilCircuit.REST);
  }
}
