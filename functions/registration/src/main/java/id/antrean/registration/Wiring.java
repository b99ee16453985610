package id.antrean.registration;

import id.antrean.aws.Environment;
import id.antrean.aws.identity.ApplicationIds;
import id.antrean.aws.identity.ReminderQueue;
import id.antrean.aws.identity.SealedNiks;
import id.antrean.composition.KeyedHashSecret;
import id.antrean.domain.applicant.AskDukcapilLater;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.Regions;
import id.antrean.domain.application.NewApplicationId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have. */
class Wiring {
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(5);

  @Singleton
  ProtectNik niks(KeyedHashSecret secret) {
    KmsClient kms =
        KmsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(it -> it.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
            .build();
    String key = Environment.text("IDENTITY_NUMBER_KEY_ID");
    return new SealedNiks(kms, key, secret, InstantSource.system());
  }

  @Singleton
  Regions regions() {
    return Regions.bundled();
  }

  @Singleton
  NewApplicationId ids(KeyedHashSecret secret) {
    return new ApplicationIds(secret);
  }

  @Singleton
  AskDukcapilLater reminders(SqsClient sqs) {
    return new ReminderQueue(sqs, Environment.text("IDENTITY_QUEUE_URL"));
  }
}
