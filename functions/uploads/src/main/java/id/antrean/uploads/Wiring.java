package id.antrean.uploads;

import id.antrean.aws.Environment;
import id.antrean.aws.applications.DynamoDeclarations;
import id.antrean.aws.documents.S3DocumentFiles;
import id.antrean.aws.documents.S3FileRequests;
import id.antrean.aws.identity.DocumentIds;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.Recency;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.gateway.EventLog;
import id.antrean.uploads.inspection.FileInspection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What these functions add to what all have. */
@RegisterForReflection(targets = {DocumentView.class, DeclaredDocumentView.class})
class Wiring {

  @Singleton
  DocumentFiles files(S3Client s3) {
    return new S3DocumentFiles(s3, Environment.text("DOCUMENTS_BUCKET"));
  }

  @Singleton
  DeclareDocument declare(
      FindApplication applications,
      SaveApplication saves,
      DocumentFiles files,
      DigestRequest digests,
      DynamoDbClient dynamo,
      SpendAllowance allowances,
      Clock clock) {
    return new DeclareDocument(
        applications,
        saves,
        files,
        new DocumentIds(),
        digests,
        new DynamoDeclarations(dynamo, Environment.text("GUARDS_TABLE")),
        allowances,
        clock);
  }

  @Singleton
  DocumentRoutes routes(
      DeclareDocument declare,
      FindApplication applications,
      SaveApplication saves,
      DocumentFiles files,
      S3Presigner presigner,
      Clock clock) {
    return new DocumentRoutes(
        declare,
        new RemoveDocument(applications, saves, files, clock),
        applications,
        new S3FileRequests(
            presigner,
            Environment.text("DOCUMENTS_BUCKET"),
            Environment.seconds("UPLOAD_URL_SECONDS")),
        clock);
  }

  @Singleton
  UploadMessages uploadMessages(
      FindApplication applications,
      SaveApplication saves,
      DocumentFiles files,
      EventLog log,
      Clock clock) {
    FileInspection inspection = new FileInspection(Environment.number("SMALLEST_PICTURE_SIDE"));
    VerifyUpload verify =
        new VerifyUpload(
            applications,
            saves,
            files,
            inspection,
            log,
            new Recency(System::nanoTime, clock),
            clock);
    return new UploadMessages(verify, log);
  }
}
