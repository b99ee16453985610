package id.antrean.aws.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.SignedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3FileRequestsTest {
  private static final ApplicationId APPLICATION = new ApplicationId("AAAAAAAAAAAAAAAA");
  private static final String SHA256 = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";
  private static final Document CARD =
      new Document(
          new DocumentId("BBBBBBBBBBBBBBBB"),
          DocumentKind.ID_CARD,
          ContentType.JPEG,
          48_211,
          SHA256,
          Document.State.AWAITING_UPLOAD,
          null,
          Instant.parse("2026-11-23T00:00:00Z"));

  private final S3FileRequests requests =
      new S3FileRequests(
          S3Presigner.builder()
              .region(Region.of("ap-southeast-3"))
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
              .endpointOverride(URI.create("http://127.0.0.1:9000"))
              .build(),
          "documents-bucket",
          Duration.ofMinutes(5));

  @Test
  void everythingDeclaredIsSignedIntoAnUpload() {
    SignedRequest upload = requests.upload(APPLICATION, CARD);

    assertThat(upload.method()).isEqualTo("PUT");
    assertThat(upload.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Content-Type",
                "image/jpeg",
                "If-None-Match",
                "*",
                "x-amz-checksum-sha256",
                SHA256,
                "x-amz-server-side-encryption",
                "AES256"));
    assertThat(upload.url())
        .startsWith(
            "http://127.0.0.1:9000/documents-bucket/incoming/AAAAAAAAAAAAAAAA/BBBBBBBBBBBBBBBB?")
        .contains("X-Amz-Expires=300")
        .contains(
            "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match"
                + "%3Bx-amz-checksum-sha256%3Bx-amz-server-side-encryption");
  }

  @Test
  void aDownloadNeedsNoHeaderAndIsSavedUnderATellingName() {
    SignedRequest download = requests.download(APPLICATION, CARD);

    assertThat(download.method()).isEqualTo("GET");
    assertThat(download.headers()).isEmpty();
    assertThat(download.url())
        .contains("/documents/AAAAAAAAAAAAAAAA/BBBBBBBBBBBBBBBB?")
        .contains("X-Amz-SignedHeaders=host&")
        .contains("attachment%3B%20filename%3D%22id-card.jpg%22")
        .contains("response-content-type=image%2Fjpeg")
        .contains("response-cache-control=private%2C%20no-store");
  }
}
