package id.antrean.emulators.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A service's answer.
 *
 * @param status the HTTP status
 * @param headers the headers, names in lower case
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never kept
public record AwsAnswer(int status, Map<String, String> headers, byte[] body) {

  private static final String JSON = "application/x-amz-json-1.1";

  /** 200 with a JSON body. */
  public static AwsAnswer ok(JsonNode body) {
    return new AwsAnswer(
        200, Map.of("content-type", JSON), body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** An error in the shape of AWS's JSON protocols. */
  public static AwsAnswer error(AwsError error) {
    return new AwsAnswer(
        error.status(),
        Map.of("content-type", JSON, "x-amzn-errortype", error.shape()),
        error.body().toString().getBytes(StandardCharsets.UTF_8));
  }
}
