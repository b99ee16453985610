package id.antrean.uploads;

import id.antrean.aws.Environment;
import id.antrean.aws.applications.DynamoDeclarations;
import id.antrean.aws.documents.S3DocumentFiles;
import id.antrean.aws.documents.S3FileRequests;
import id.antrean.aws.identity.DocumentIds;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.NewDocumentId;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.uploads.inspection.FileInspection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What these functions add to what all have. */
@RegisterForReflection(
    targets = {DocumentView.class, DeclaredDocumentView.class, Document.State.class})
class Wiring {

  @Singleton
  DocumentFiles files(S3Client s3) {
    return new S3DocumentFiles(s3, Environment.text("DOCUMENTS_BUCKET"));
  }

  @Singleton
  SignFileRequest signatures(S3Presigner presigner) {
    return new S3FileRequests(
        presigner, Environment.text("DOCUMENTS_BUCKET"), Environment.seconds("UPLOAD_URL_SECONDS"));
  }

  @Singleton
  NewDocumentId ids() {
    return new DocumentIds();
  }

  @Singleton
  RememberDeclaration remembered(DynamoDbClient dynamo) {
    return new DynamoDeclarations(dynamo, Environment.text("GUARDS_TABLE"));
  }

  @Singleton
  InspectFile inspection() {
    return new FileInspection(Environment.number("SMALLEST_PICTURE_SIDE"));
  }
}
