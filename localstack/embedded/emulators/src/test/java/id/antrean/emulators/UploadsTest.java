package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** A pre-signed upload with everything signed: it works as declared and in no other way. */
class UploadsTest {

  private static final String BUCKET = "documents";
  private static final byte[] BODY = "a file of some bytes".getBytes(StandardCharsets.UTF_8);

  private static EmbeddedAws aws;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    s3 = new Clients(aws).s3();
    s3.createBucket(given -> given.bucket(BUCKET));
  }

  @AfterAll
  static void stop() {
    s3.close();
    aws.close();
  }

  private static S3Presigner presigner(EmbeddedAws stack) {
    return S3Presigner.builder()
        .endpointOverride(stack.s3())
        .region(Region.of(EmbeddedAws.REGION))
        .credentialsProvider(Clients.IDENTITY)
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private static PresignedPutObjectRequest sign(EmbeddedAws stack, String key, Duration life) {
    try (S3Presigner presigner = presigner(stack)) {
      return presigner.presignPutObject(
          given ->
              given
                  .signatureDuration(life)
                  .putObjectRequest(
                      put ->
                          put.bucket(BUCKET)
                              .key(key)
                              .contentType("image/jpeg")
                              .contentLength((long) BODY.length)
                              .checksumSHA256(sha256(BODY))
                              .serverSideEncryption(ServerSideEncryption.AES256)
                              .ifNoneMatch("*")));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newKey() {
    return "incoming/" + UUID.randomUUID();
  }

  /** The headers a client is told to send. */
  private static Map<String, String> headers(PresignedPutObjectRequest signed) {
    Map<String, String> headers = new HashMap<>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    headers.remove("host");
    headers.remove("content-length");
    return headers;
  }

  private static int put(
      PresignedPutObjectRequest signed, byte[] body, Consumer<Map<String, String>> change)
      throws IOException, InterruptedException {
    Map<String, String> headers = headers(signed);
    change.accept(headers);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(signed.url().toString()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return statusOf(request);
  }

  /** On a connection of its own: the store closes those on which it has refused an upload. */
  private static int statusOf(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private static int putNew(byte[] body, Consumer<Map<String, String>> change)
      throws IOException, InterruptedException {
    return put(sign(aws, newKey(), Duration.ofMinutes(5)), body, change);
  }

  private static boolean stored(String key) {
    return s3.listObjectsV2(given -> given.bucket(BUCKET).prefix(key)).hasContents();
  }

  @Test
  void everythingIsSigned() {
    assertThat(sign(aws, newKey(), Duration.ofMinutes(5)).signedHeaders().keySet())
        .contains(
            "content-length",
            "content-type",
            "host",
            "if-none-match",
            "x-amz-checksum-sha256",
            "x-amz-server-side-encryption");
  }

  @Test
  void theDeclaredFileGoesInOnce() throws IOException, InterruptedException {
    String key = newKey();
    PresignedPutObjectRequest signed = sign(aws, key, Duration.ofMinutes(5));

    assertThat(put(signed, BODY, same -> {})).isEqualTo(200);
    assertThat(s3.getObjectAsBytes(given -> given.bucket(BUCKET).key(key)).asByteArray())
        .isEqualTo(BODY);
    assertThat(s3.headObject(given -> given.bucket(BUCKET).key(key)).contentType())
        .isEqualTo("image/jpeg");

    assertThat(put(signed, BODY, same -> {})).isEqualTo(412);
  }

  @Test
  void anotherLengthIsRefused() throws IOException, InterruptedException {
    byte[] longer = "a file of some bytes and more".getBytes(StandardCharsets.UTF_8);
    byte[] shorter = "a file".getBytes(StandardCharsets.UTF_8);

    assertThat(List.of(putNew(longer, same -> {}), putNew(shorter, same -> {}))).containsOnly(403);
  }

  @Test
  void anotherTypeIsRefused() throws IOException, InterruptedException {
    assertThat(putNew(BODY, headers -> headers.put("content-type", "application/pdf")))
        .isEqualTo(403);
  }

  @Test
  void anotherBodyOfTheSameLengthIsRefused() throws IOException, InterruptedException {
    String key = newKey();
    byte[] other = BODY.clone();
    other[0] = 'b';

    assertThat(put(sign(aws, key, Duration.ofMinutes(5)), other, same -> {})).isEqualTo(400);
    assertThat(stored(key)).isFalse();
  }

  @Test
  void anotherChecksumIsRefused() throws IOException, InterruptedException {
    byte[] other = BODY.clone();
    other[0] = 'b';

    assertThat(putNew(other, headers -> headers.put("x-amz-checksum-sha256", sha256(other))))
        .isEqualTo(403);
  }

  @Test
  void aMissingOrOtherEncryptionIsRefused() throws IOException, InterruptedException {
    assertThat(putNew(BODY, headers -> headers.remove("x-amz-server-side-encryption")))
        .isEqualTo(403);
    assertThat(putNew(BODY, headers -> headers.put("x-amz-server-side-encryption", "aws:kms")))
        .isEqualTo(403);
  }

  @Test
  void leavingOutIfNoneMatchIsRefused() throws IOException, InterruptedException {
    assertThat(putNew(BODY, headers -> headers.remove("if-none-match"))).isEqualTo(403);
  }

  @Test
  void anExpiredUrlIsRefused() throws IOException, InterruptedException {
    PresignedPutObjectRequest signed = sign(aws, newKey(), Duration.ofSeconds(1));
    org.awaitility.Awaitility.await()
        .until(() -> java.time.Instant.now().isAfter(signed.expiration().plusSeconds(1)));

    assertThat(put(signed, BODY, same -> {})).isEqualTo(403);
  }

  @Test
  void anotherObjectOrABrokenSignatureIsRefused() throws IOException, InterruptedException {
    PresignedPutObjectRequest signed = sign(aws, newKey(), Duration.ofMinutes(5));
    String elsewhere = signed.url().toString().replace("incoming/", "documents/");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(elsewhere))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(BODY));
    headers(signed).forEach(request::header);

    assertThat(statusOf(request)).isEqualTo(403);
  }

  @Test
  void anUnsignedReadIsRefused() throws IOException, InterruptedException {
    String key = newKey();
    put(sign(aws, key, Duration.ofMinutes(5)), BODY, same -> {});

    assertThat(statusOf(HttpRequest.newBuilder(URI.create(aws.s3() + "/" + BUCKET + "/" + key))))
        .isEqualTo(403);
  }

  @Test
  void aKeptStoreTakesTheSameUploadAndKeepsIt(@TempDir Path data)
      throws IOException, InterruptedException {
    String key = newKey();
    try (EmbeddedAws first = EmbeddedAws.start(Settings.keptIn(data));
        S3Client client = new Clients(first).s3()) {
      client.createBucket(given -> given.bucket(BUCKET));
      PresignedPutObjectRequest signed = sign(first, key, Duration.ofMinutes(5));
      assertThat(put(signed, BODY, same -> {})).isEqualTo(200);
      assertThat(put(signed, BODY, same -> {})).isEqualTo(412);
    }

    try (EmbeddedAws second = EmbeddedAws.start(Settings.keptIn(data));
        S3Client client = new Clients(second).s3()) {
      assertThat(client.getObjectAsBytes(given -> given.bucket(BUCKET).key(key)).asByteArray())
          .isEqualTo(BODY);
      assertThat(client.headObject(given -> given.bucket(BUCKET).key(key)).contentType())
          .isEqualTo("image/jpeg");
    }
  }
}
