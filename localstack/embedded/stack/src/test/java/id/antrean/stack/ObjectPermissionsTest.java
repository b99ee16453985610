package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.stack.deploy.AwsClients;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A function does with objects what its policy allows, and so does whoever it signs for. */
class ObjectPermissionsTest {
  private static final RunningStack RUNNING = RunningStack.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BUCKET = "test-bucket";

  private static final AwsClients SECOND = functionsOwn("SecondFunction");
  private static final AwsClients PLAIN = functionsOwn("PlainFunction");

  private static StaticCredentialsProvider identity(String function) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(function, EmbeddedAws.SECRET_KEY));
  }

  private static AwsClients functionsOwn(String function) {
    return new AwsClients(
        RUNNING.stack().edgeUri(),
        RUNNING.stack().edgeUri(),
        RUNNING.stack().s3Uri(),
        Region.AP_SOUTHEAST_3,
        identity(function));
  }

  @BeforeAll
  static void somethingIsThere() {
    try (AwsClients anybody = RUNNING.aws()) {
      put(anybody.s3(), "shown/there");
      put(anybody.s3(), "hidden/there");
    }
  }

  @AfterAll
  static void close() {
    SECOND.close();
    PLAIN.close();
  }

  private static void put(S3Client s3, String key) {
    s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString("a paper"));
  }

  private static void read(S3Client s3, String key) {
    s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key));
  }

  @Test
  void whatIsAllowedIsDoneAndCounted() {
    put(SECOND.s3(), "kept/one");
    read(SECOND.s3(), "kept/one");
    SECOND.s3().headObject(request -> request.bucket(BUCKET).key("kept/one"));
    SECOND
        .s3()
        .copyObject(
            copy ->
                copy.sourceBucket(BUCKET)
                    .sourceKey("shown/there")
                    .destinationBucket(BUCKET)
                    .destinationKey("kept/two"));
    SECOND.s3().deleteObject(request -> request.bucket(BUCKET).key("kept/one"));

    assertThat(permissions().path("granted"))
        .filteredOn(grant -> grant.path("function").asText().equals("SecondFunction"))
        .allSatisfy(grant -> assertThat(grant.path("used").asInt()).isPositive());
  }

  @Test
  void whatIsNotAllowedIsRefusedAsS3RefusesItAndTheStatementNamed() {
    assertThatThrownBy(
            () -> SECOND.s3().deleteObject(object -> object.bucket(BUCKET).key("shown/there")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(refusal)
                  .hasMessageContaining("is not authorized to perform: s3:DeleteObject");
            });
    assertThat(permissions().path("refused"))
        .extracting(JsonNode::asText)
        .contains(
            "SecondFunction is not allowed {Effect: Allow, Action: s3:DeleteObject, Resource: arn:aws:s3:::test-bucket/shown/there}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden/there", "hidden/absent"})
  void aCopyOfWhatMayNotBeReadIsRefused(String source) {
    assertThatThrownBy(
            () ->
                SECOND
                    .s3()
                    .copyObject(
                        copy ->
                            copy.sourceBucket(BUCKET)
                                .sourceKey(source)
                                .destinationBucket(BUCKET)
                                .destinationKey("kept/three")))
        .hasMessageContaining("s3:GetObject");
  }

  @Test
  void namesAreListedByThoseWhoMay() {
    assertThatCode(() -> PLAIN.s3().listObjectsV2(list -> list.bucket(BUCKET)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> SECOND.s3().listObjectsV2(list -> list.bucket(BUCKET)))
        .hasMessageContaining("s3:ListBucket");
  }

  @Test
  void thatSomethingIsAbsentIsToldToThoseWhoMayListTheBucket() {
    assertThatThrownBy(() -> read(PLAIN.s3(), "kept/absent"))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> read(SECOND.s3(), "kept/absent"))
        .isNotInstanceOf(NoSuchKeyException.class)
        .hasMessageContaining("s3:ListBucket");
  }

  @Test
  void aSignedRequestIsItsSignersWhoeverSendsIt() throws Exception {
    assertThat(download("SecondFunction", "shown/there").body()).isEqualTo("a paper");

    HttpResponse<String> refused = download("SecondFunction", "hidden/there");
    assertThat(refused.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    assertThat(refused.body()).contains("<Code>AccessDenied</Code>", "s3:GetObject");
    assertThat(upload("SecondFunction", "kept/uploaded")).isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(upload("SecondFunction", "shown/uploaded"))
        .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  /** An upload that is signed with its headers. */
  @Test
  void aUrlThatWasMadeUpIsRefusedAndNobodysCall() throws Exception {
    URI signed = uploadUrl("SecondFunction", "kept/signed");
    JsonNode before = permissions();

    for (String other : List.of("hidden/forged", "kept/forged")) {
      URI forged = URI.create(signed.toString().replace("kept/signed", other));
      assertThat(put(forged)).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    }

    assertThat(permissions()).isEqualTo(before);
    assertThat(put(signed)).isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(permissions()).isNotEqualTo(before);
  }

  @Test
  void whoIsNoFunctionOfTheTemplateMayNothing() throws Exception {
    assertThat(download("AnybodyElse", "shown/there").statusCode())
        .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  private static HttpResponse<String> download(String signer, String key) throws Exception {
    try (S3Presigner presigner = presigner(signer)) {
      URI url =
          presigner
              .presignGetObject(
                  sign ->
                      sign.signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(get -> get.bucket(BUCKET).key(key)))
              .url()
              .toURI();
      return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
  }

  private static int upload(String signer, String key) throws Exception {
    return put(uploadUrl(signer, key));
  }

  private static URI uploadUrl(String signer, String key) throws Exception {
    try (S3Presigner presigner = presigner(signer)) {
      return presigner
          .presignPutObject(
              sign ->
                  sign.signatureDuration(Duration.ofMinutes(5))
                      .putObjectRequest(
                          put -> put.bucket(BUCKET).key(key).contentType("text/plain")))
          .url()
          .toURI();
    }
  }

  private static int put(URI url) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("a paper"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static S3Presigner presigner(String function) {
    return S3Presigner.builder()
        .endpointOverride(RUNNING.stack().s3Uri())
        .region(Region.AP_SOUTHEAST_3)
        .credentialsProvider(identity(function))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private static JsonNode permissions() {
    return RunningStack.json(RUNNING.send("GET", "/sandbox/permissions"));
  }
}
