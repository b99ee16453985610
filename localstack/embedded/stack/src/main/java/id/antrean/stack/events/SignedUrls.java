package id.antrean.stack.events;

import id.antrean.emulators.EmbeddedAws;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Whether a pre-signed URL is what was signed: signed once more, as of that moment, it has to come
 * out the same. The store says so too, but later; what a stranger made up is nobody's call.
 */
final class SignedUrls {
  private static final String SIGNING = "X-Amz-";
  private static final String SIGNATURE = "X-Amz-Signature";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /** Whether it is signed by its query. */
  static boolean isOne(String query) {
    return query.contains(SIGNATURE + "=");
  }

  boolean isSound(Request request, String accessKey) {
    Map<String, String> query = query(request.getHttpURI().getQuery());
    try {
      Clock then =
          Clock.fixed(
              MOMENT.parse(query.getOrDefault("X-Amz-Date", ""), Instant::from), ZoneOffset.UTC);
      Duration valid = Duration.ofSeconds(Long.parseLong(query.getOrDefault("X-Amz-Expires", "")));
      return signature(unsigned(request, query), accessKey, then, valid)
          .equals(Optional.ofNullable(query.get(SIGNATURE)));
    } catch (DateTimeException | IllegalArgumentException madeUp) {
      return false;
    }
  }

  private Optional<String> signature(
      SdkHttpRequest request, String accessKey, Clock then, Duration valid) {
    return signer
        .sign(
            sign ->
                sign.identity(AwsCredentialsIdentity.create(accessKey, EmbeddedAws.SECRET_KEY))
                    .request(request)
                    .putProperty(HttpSigner.SIGNING_CLOCK, then)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, EmbeddedAws.REGION)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, valid))
        .request()
        .firstMatchingRawQueryParameter(SIGNATURE);
  }

  /** As it was before it was signed: with the headers that were, and without their signature. */
  private static SdkHttpRequest unsigned(Request request, Map<String, String> query) {
    SdkHttpRequest.Builder before =
        SdkHttpRequest.builder()
            // The body is not signed in a URL, which the signer believes of TLS alone.
            .protocol("https")
            .host(Request.getServerName(request))
            .port(Request.getServerPort(request))
            .method(SdkHttpMethod.fromValue(request.getMethod()))
            .encodedPath(request.getHttpURI().getPath());
    query.forEach(
        (name, value) -> {
          if (!name.startsWith(SIGNING)) {
            before.putRawQueryParameter(name, value);
          }
        });
    Stream.of(query.getOrDefault("X-Amz-SignedHeaders", "").split(";"))
        .forEach(
            name ->
                Optional.ofNullable(request.getHeaders().getField(name))
                    .map(HttpField::getValue)
                    .ifPresent(value -> before.putHeader(name, value)));
    return before.build();
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String each : raw.split("&", -1)) {
      String[] parts = each.split("=", 2);
      parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
