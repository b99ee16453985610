package id.antrean.aws.documents;

import id.antrean.aws.Retry;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The bytes of documents in S3: {@code incoming/} as they arrived, {@code documents/} once
 * verified. What is kept are the very bytes that were looked into, whatever happens to those that
 * arrived. They are encrypted as the bucket says, under a key of ours.
 */
public final class S3DocumentFiles implements DocumentFiles {
  private final S3Client s3;
  private final String bucket;

  public S3DocumentFiles(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<byte[]> arrived(ApplicationId application, DocumentId document) {
    try {
      return Optional.of(
          Retry.with(
              "reading an uploaded file", () -> read(ObjectKeys.arrived(application, document))));
    } catch (NoSuchKeyException nothingThere) {
      return Optional.empty();
    }
  }

  /** Never more than a file may have and one byte, whatever is there. */
  private byte[] read(String key) {
    try (ResponseInputStream<GetObjectResponse> content =
        s3.getObject(get -> get.bucket(bucket).key(key))) {
      byte[] bytes = content.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        content.abort();
      }
      return bytes;
    } catch (IOException interrupted) {
      throw new Unavailable("reading an uploaded file", interrupted);
    }
  }

  @Override
  public void keep(ApplicationId application, Document document, byte[] content) {
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(ObjectKeys.kept(application, document.id()))
            .contentType(document.contentType().mediaType())
            .checksumSHA256(document.sha256())
            .build();
    Retry.with("keeping a verified file", () -> s3.putObject(put, RequestBody.fromBytes(content)));
  }

  @Override
  public void discardArrived(ApplicationId application, DocumentId document) {
    delete(ObjectKeys.arrived(application, document));
  }

  @Override
  public void discardKept(ApplicationId application, DocumentId document) {
    delete(ObjectKeys.kept(application, document));
  }

  private void delete(String key) {
    Retry.with(
        "throwing a file away", () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }
}
