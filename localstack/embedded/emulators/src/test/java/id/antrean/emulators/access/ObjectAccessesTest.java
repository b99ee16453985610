package id.antrean.emulators.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request of S3 does, as IAM names it. */
class ObjectAccessesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /b/in/k | '' | s3:GetObject | b/in/k",
        "HEAD | /b/k | '' | s3:GetObject | b/k",
        "GET | /b/k | X-Amz-Signature=1&response-content-type=a | s3:GetObject | b/k",
        "GET | /b/a%20b+c | '' | s3:GetObject | b/a b+c",
        "PUT | /b/k | x-id=PutObject | s3:PutObject | b/k",
        "POST | /b/k | uploads | s3:PutObject | b/k",
        "PUT | /b/k | partNumber=1&uploadId=2 | s3:PutObject | b/k",
        "POST | /b/k | uploadId=2 | s3:PutObject | b/k",
        "DELETE | /b/k | uploadId=2 | s3:AbortMultipartUpload | b/k",
        "DELETE | /b/k | '' | s3:DeleteObject | b/k",
        "GET | /b/ | '' | s3:ListBucket | b",
        "GET | /b | list-type=2&prefix=in%2F | s3:ListBucket | b",
        "HEAD | /b | '' | s3:ListBucket | b",
        "PUT | /b/k | acl | s3:PUT?acl | b/k",
        "POST | /b | delete | s3:POST?delete | b",
        "PUT | /b | '' | s3:PUT | b"
      })
  void aRequestIsAnActionOnAResource(
      String method, String path, String query, String action, String resource) {
    assertThat(ObjectAccesses.of(method, path, query, Optional.empty()))
        .containsExactly(new Access(action, "arn:aws:s3:::" + resource));
  }

  @Test
  void aCopyReadsOneObjectAndWritesTheOther() {
    assertThat(ObjectAccesses.of("PUT", "/b/new", "", Optional.of("/b/old%20one?versionId=1")))
        .containsExactly(
            new Access("s3:GetObject", "arn:aws:s3:::b/old one"),
            new Access("s3:PutObject", "arn:aws:s3:::b/new"));
  }
}
