package id.antrean.registration;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.allowance.DynamoUses;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.identity.ApplicationIds;
import id.antrean.aws.identity.KeyedDigests;
import id.antrean.aws.identity.ReminderQueue;
import id.antrean.aws.identity.SealedNiks;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.AskDukcapil;
import id.antrean.domain.applicant.AskDukcapilLater;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.Regions;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.OidcTokens;
import id.antrean.gateway.Origins;
import id.antrean.gateway.TokenSettings;
import id.antrean.registration.dukcapil.DukcapilAccess;
import id.antrean.registration.dukcapil.DukcapilCircuit;
import id.antrean.registration.dukcapil.DukcapilClient;
import id.antrean.registration.form.FormReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions are made of: the only class that knows where everything comes from. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return TimeSource.clock();
  }

  @Produces
  @Singleton
  EventLog log(Clock clock) {
    return new EventLog(System.out, clock);
  }

  @Produces
  @Singleton
  DynamoApplications applications(DynamoDbClient dynamo) {
    return new DynamoApplications(dynamo, Environment.text("APPLICATIONS_TABLE"));
  }

  @Produces
  @Singleton
  DynamoSaves saves(DynamoDbClient dynamo) {
    return new DynamoSaves(
        dynamo,
        Environment.text("APPLICATIONS_TABLE"),
        new TransactionParts(Environment.text("GUARDS_TABLE"), Environment.text("PAYMENTS_TABLE")));
  }

  @Produces
  @Singleton
  KeyedHashSecret keyedHashSecret(SecretsManagerClient secrets) {
    RotatingSecret secret =
        new RotatingSecret(
            secrets, Environment.text("KEYED_HASH_SECRET_ID"), InstantSource.system());
    return () -> secret.current("key");
  }

  /**
   * The secret under all keyed hashes. It is not rotated: what was hashed has to be found again.
   */
  interface KeyedHashSecret extends Supplier<String> {}

  @Produces
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

  @Produces
  @Singleton
  People people(ProtectNik niks) {
    return new People(niks, Regions.bundled());
  }

  @Produces
  @Singleton
  CheckIdentity registry(SecretsManagerClient secrets, Clock clock) {
    return new CheckIdentity(dukcapil(secrets), clock);
  }

  /** Without an address there is nobody to ask: verdicts stay open. */
  private static AskDukcapil dukcapil(SecretsManagerClient secrets) {
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

  @Produces
  @Singleton
  AskDukcapilLater reminders(SqsClient sqs) {
    return new ReminderQueue(sqs, Environment.text("IDENTITY_QUEUE_URL"));
  }

  @Produces
  @Singleton
  Api api(
      DynamoDbClient dynamo,
      SqsClient sqs,
      DynamoApplications applications,
      DynamoSaves saves,
      KeyedHashSecret secret,
      ProtectNik niks,
      People people,
      CheckIdentity registry,
      AskDukcapilLater reminders,
      EventLog log,
      Clock clock) {
    OpenQuestion openQuestion = new OpenQuestion(reminders, log);
    SpendAllowance allowances =
        new SpendAllowance(new DynamoUses(dynamo, Environment.text("GUARDS_TABLE")), clock);
    return new RegistrationApi(
            new FormReader(niks),
            new Register(
                new ApplicationIds(secret),
                new KeyedDigests(secret),
                applications,
                saves,
                people,
                registry,
                openQuestion,
                allowances,
                clock),
            new CorrectApplication(
                applications, saves, people, registry, openQuestion, allowances, clock),
            new LeaveSeat(
                applications,
                new SqsArmHold(
                    sqs,
                    Environment.text("DEADLINE_QUEUE_URL"),
                    Environment.seconds("ARM_DELAY_SECONDS")),
                new DynamoSeats(dynamo, Environment.text("SESSIONS_TABLE"), applications),
                saves,
                clock),
            applications,
            applications,
            applications,
            new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE")),
            clock)
        .routes(new Api(tokens(), log, Origins.of(Environment.optional("ALLOWED_ORIGINS"))));
  }

  private static OidcTokens tokens() {
    return new OidcTokens(
        new TokenSettings(
            Environment.optional("TOKEN_ISSUER"),
            Environment.optional("TOKEN_AUDIENCE"),
            Environment.optional("TOKEN_ROLES_CLAIM"),
            Environment.optional("TOKEN_OFFICE_CLAIM")));
  }

  @Produces
  @Singleton
  ReminderQueueListener reminderQueueListener(
      DynamoApplications applications,
      DynamoSaves saves,
      People people,
      CheckIdentity registry,
      AskDukcapilLater reminders,
      EventLog log,
      Clock clock) {
    return new ReminderQueueListener(
        new AskAgain(applications, saves, people, registry, reminders, log, clock), log);
  }
}
