package id.antrean.registration;

import id.antrean.aws.Environment;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.identity.ApplicationIds;
import id.antrean.aws.identity.ReminderQueue;
import id.antrean.aws.identity.SealedNiks;
import id.antrean.composition.KeyedHashSecret;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.AskDukcapil;
import id.antrean.domain.applicant.AskDukcapilLater;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.Regions;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import id.antrean.registration.form.FormReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have. */
class Wiring {

  @Singleton
  ProtectNik niks(KeyedHashSecret secret) {
    KmsClient kms =
        KmsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(
                limits ->
                    limits
                        .apiCallAttemptTimeout(Duration.ofSeconds(2))
                        .apiCallTimeout(Duration.ofSeconds(5)))
            .build();
    return new SealedNiks(
        kms, Environment.text("IDENTITY_NUMBER_KEY_ID"), secret, InstantSource.system());
  }

  @Singleton
  People people(ProtectNik niks) {
    return new People(niks, Regions.bundled());
  }

  @Singleton
  CheckIdentity registry(AskDukcapil dukcapil, Clock clock) {
    return new CheckIdentity(dukcapil, clock);
  }

  @Singleton
  AskDukcapilLater reminders(SqsClient sqs) {
    return new ReminderQueue(sqs, Environment.text("IDENTITY_QUEUE_URL"));
  }

  @Singleton
  OpenQuestion openQuestion(AskDukcapilLater reminders, EventLog log) {
    return new OpenQuestion(reminders, log);
  }

  @Singleton
  Register register(
      KeyedHashSecret secret,
      DigestRequest digests,
      FindApplication applications,
      SaveApplication saves,
      People people,
      CheckIdentity registry,
      OpenQuestion openQuestion,
      SpendAllowance allowances,
      Clock clock) {
    return new Register(
        new ApplicationIds(secret),
        digests,
        applications,
        saves,
        people,
        registry,
        openQuestion,
        allowances,
        clock);
  }

  @Singleton
  CorrectApplication correct(
      FindApplication applications,
      SaveApplication saves,
      People people,
      CheckIdentity registry,
      OpenQuestion openQuestion,
      SpendAllowance allowances,
      Clock clock) {
    return new CorrectApplication(
        applications, saves, people, registry, openQuestion, allowances, clock);
  }

  @Singleton
  RegistrationRoutes routes(
      ProtectNik niks,
      Register register,
      CorrectApplication correct,
      LeaveSeat leave,
      DynamoApplications applications,
      FindOffice offices,
      Clock clock) {
    return new RegistrationRoutes(
        new FormReader(niks),
        register,
        correct,
        leave,
        applications,
        applications,
        applications,
        offices,
        clock);
  }

  @Singleton
  QueueListener reminderListener(
      FindApplication applications,
      SaveApplication saves,
      People people,
      CheckIdentity registry,
      AskDukcapilLater reminders,
      EventLog log,
      Clock clock) {
    AskAgain again = new AskAgain(applications, saves, people, registry, reminders, log, clock);
    return new QueueListener("identity", new Reminders(again), log);
  }
}
