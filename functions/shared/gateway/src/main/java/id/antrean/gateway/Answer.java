package id.antrean.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers. Not cached anywhere unless it says so.
 *
 * @param body as JSON; null where there is none, or content of another type
 * @param content of another type than JSON, with its type among the headers; null where there is
 *     none
 */
public record Answer(
    int status, Map<String, String> headers, @Nullable JsonNode body, @Nullable Content content) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The place of an application, or of what is within one. */
  private static final Pattern OF_ONE =
      Pattern.compile("/v1/(?:applications|offices/[^/]+/appointments)/([^/]+).*");

  /**
   * Something else than JSON.
   *
   * @param binary whether it is no text, and goes through the gateway as base64
   */
  @SuppressWarnings("ArrayRecordComponent") // It is written and forgotten, never compared.
  public record Content(byte[] bytes, boolean binary) {}

  Answer(int status, Map<String, String> headers, @Nullable JsonNode body) {
    this(status, headers, body, null);
  }

  /** 200 with bytes of that media type. */
  public static Answer bytes(String mediaType, byte[] bytes) {
    return content(mediaType, new Content(bytes, true));
  }

  /** 200 with a line of JSON for each. */
  public static Answer lines(List<? extends View> views) {
    return text(
        "application/x-ndjson",
        views.stream()
            .map(view -> JSON.valueToTree(view).toString() + "\n")
            .collect(Collectors.joining()));
  }

  /** 200 with text of that media type, in UTF-8. */
  public static Answer text(String mediaType, String text) {
    return content(mediaType, new Content(text.getBytes(StandardCharsets.UTF_8), false));
  }

  private static Answer content(String mediaType, Content content) {
    return new Answer(
        200, Map.of("Cache-Control", "no-store", "Content-Type", mediaType), null, content);
  }

  /** 200 with what the contract says. */
  public static Answer ok(View body) {
    return of(200, Map.of("Cache-Control", "no-store"), body);
  }

  /** 201 with the place of what was made, without the stage. */
  public static Answer created(String location, View body) {
    return of(201, Map.of("Cache-Control", "no-store"), body).header("Location", "/v1" + location);
  }

  /** The same of several things that were made together, under that place. */
  public static Answer created(String location, List<? extends View> bodies) {
    return new Answer(201, Map.of("Cache-Control", "no-store"), JSON.valueToTree(bodies))
        .header("Location", "/v1" + location);
  }

  /** 202 with how far it is, and where that is told, without the stage. */
  public static Answer accepted(String location, View body) {
    return of(202, Map.of("Cache-Control", "no-store"), body).header("Location", "/v1" + location);
  }

  /** Of any status, where what is answered is laid down by somebody else's standard. */
  public static Answer inDialect(int status, View body) {
    return of(status, Map.of("Cache-Control", "no-store"), body);
  }

  static Answer of(int status, Map<String, String> headers, View body) {
    return new Answer(status, headers, JSON.valueToTree(body));
  }

  public static Answer noContent() {
    return new Answer(204, Map.of("Cache-Control", "no-store"), null);
  }

  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, content);
  }

  /** The application's version, for If-Match. */
  public Answer version(int version) {
    return tag(Integer.toString(version));
  }

  Answer tag(String opaque) {
    return header("ETag", "\"" + opaque + "\"");
  }

  /** When it is worth asking again, in seconds. */
  public Answer askAgainAfter(long seconds) {
    return header("Retry-After", Long.toString(seconds));
  }

  /** In a word how it ended, for the log: a problem's type, or done. */
  String outcome() {
    return status >= 400 && body != null && body.path("type").isTextual()
        ? body.path("type").asText().replaceFirst("^/problems/", "")
        : "done";
  }

  /** The id of the application that was made, for the log. */
  Optional<String> made() {
    Matcher place = OF_ONE.matcher(headers.getOrDefault("Location", ""));
    return body != null && place.matches() ? LoggedId.of(place.group(1)) : Optional.empty();
  }
}
