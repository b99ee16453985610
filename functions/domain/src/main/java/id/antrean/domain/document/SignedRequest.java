package id.antrean.domain.document;

import java.time.Duration;
import java.util.Map;

/**
 * A request to the file store that needs no further permission.
 *
 * @param headers to be sent exactly so; Host and Content-Length are the HTTP client's own
 * @param validFor how long from its making
 */
public record SignedRequest(
    String method, String url, Map<String, String> headers, Duration validFor) {

  public SignedRequest {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return "SignedRequest[" + method + "]";
  }
}
