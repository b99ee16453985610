package id.antrean.uploads;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.allowance.DynamoUses;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoDeclarations;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.documents.S3DocumentFiles;
import id.antrean.aws.documents.S3FileRequests;
import id.antrean.aws.identity.DocumentIds;
import id.antrean.aws.identity.KeyedDigests;
import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.OidcTokens;
import id.antrean.gateway.Origins;
import id.antrean.gateway.TokenSettings;
import id.antrean.uploads.inspection.FileInspection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

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
  DocumentFiles files(S3Client s3) {
    return new S3DocumentFiles(s3, Environment.text("DOCUMENTS_BUCKET"));
  }

  @Produces
  @Singleton
  Api api(
      DynamoDbClient dynamo,
      DynamoApplications applications,
      DynamoSaves saves,
      DocumentFiles files,
      S3Presigner presigner,
      SecretsManagerClient secrets,
      EventLog log,
      Clock clock) {
    return new UploadsApi(
            new DeclareDocument(
                applications,
                saves,
                files,
                new DocumentIds(),
                new KeyedDigests(keyedHashSecret(secrets)),
                new DynamoDeclarations(dynamo, Environment.text("GUARDS_TABLE")),
                new SpendAllowance(new DynamoUses(dynamo, Environment.text("GUARDS_TABLE")), clock),
                clock),
            new RemoveDocument(applications, saves, files, clock),
            applications,
            new S3FileRequests(
                presigner,
                Environment.text("DOCUMENTS_BUCKET"),
                Environment.seconds("UPLOAD_URL_SECONDS")),
            clock)
        .routes(new Api(tokens(), log, Origins.of(Environment.optional("ALLOWED_ORIGINS"))));
  }

  /**
   * The secret under all keyed hashes. It is not rotated: what was hashed has to be found again.
   */
  private static Supplier<String> keyedHashSecret(SecretsManagerClient secrets) {
    RotatingSecret secret =
        new RotatingSecret(
            secrets, Environment.text("KEYED_HASH_SECRET_ID"), InstantSource.system());
    return () -> secret.current("key");
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
  UploadQueueListener uploadQueueListener(
      DynamoApplications applications,
      DynamoSaves saves,
      DocumentFiles files,
      EventLog log,
      Clock clock) {
    return new UploadQueueListener(
        new VerifyUpload(
            applications,
            saves,
            files,
            new FileInspection(Environment.number("SMALLEST_PICTURE_SIDE")),
            log,
            clock),
        log);
  }
}
