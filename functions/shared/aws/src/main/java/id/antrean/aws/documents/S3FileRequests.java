package id.antrean.aws.documents;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.domain.document.SignedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Pre-signed requests of S3. An upload's length, type, checksum, encryption and "only if nothing is
 * there" are all signed, so that S3 itself refuses whatever was not declared. A download is saved
 * and never shown in place, under the type that was verified: S3 cannot be told to send {@code
 * X-Content-Type-Options}, and a browser does not guess at what it only saves. Signatures are on
 * real time.
 */
public final class S3FileRequests implements SignFileRequest {
  /** What every HTTP client sends by itself. */
  private static final Set<String> THE_CLIENTS_OWN = Set.of("host", "content-length");

  private final S3Presigner presigner;
  private final String bucket;
  private final Duration validFor;

  public S3FileRequests(S3Presigner presigner, String bucket, Duration validFor) {
    this.presigner = presigner;
    this.bucket = bucket;
    this.validFor = validFor;
  }

  @Override
  public SignedRequest upload(ApplicationId application, Document document) {
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(ObjectKeys.arrived(application, document.id()))
            .contentLength(document.size())
            .contentType(document.contentType().mediaType())
            .checksumSHA256(document.sha256())
            .serverSideEncryption(ServerSideEncryption.AES256)
            .ifNoneMatch("*")
            .build();
    return signed(
        presigner.presignPutObject(sign -> sign.signatureDuration(validFor).putObjectRequest(put)));
  }

  @Override
  public SignedRequest download(ApplicationId application, Document document) {
    GetObjectRequest get =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(ObjectKeys.kept(application, document.id()))
            .responseContentType(document.contentType().mediaType())
            .responseContentDisposition("attachment; filename=\"" + fileName(document) + "\"")
            .responseCacheControl("private, no-store")
            .build();
    return signed(
        presigner.presignGetObject(sign -> sign.signatureDuration(validFor).getObjectRequest(get)));
  }

  private SignedRequest signed(PresignedRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .signedHeaders()
        .forEach(
            (name, values) -> {
              if (!THE_CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(conventional(name), String.join(",", values));
              }
            });
    return new SignedRequest(
        request.httpRequest().method().name(), request.url().toString(), headers, validFor);
  }

  /** Header names as people write them; the signature does not mind. */
  private static String conventional(String name) {
    if (name.startsWith("x-amz-")) {
      return name;
    }
    return List.of(name.split("-")).stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .reduce((first, second) -> first + "-" + second)
        .orElse(name);
  }

  private static String fileName(Document document) {
    return document.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + extension(document.contentType());
  }

  private static String extension(ContentType type) {
    return switch (type) {
      case JPEG -> ".jpg";
      case PNG -> ".png";
      case PDF -> ".pdf";
    };
  }
}
