package id.antrean.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.DocumentId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what S3 says when objects were created. */
final class UploadEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "incoming";

  private UploadEvent() {}

  /**
   * A file for one document.
   *
   * @param at when it arrived; null where the store does not say
   */
  record Arrival(ApplicationId application, DocumentId document, @Nullable Instant at) {}

  /** What an event comes to. */
  sealed interface Reading {}

  /**
   * Files have arrived.
   *
   * @param strangers how many of the event's objects are not ours to look into
   */
  record Arrivals(List<Arrival> arrivals, int strangers) implements Reading {}

  /** S3 tries out the queue when notifications are set up. */
  record Test() implements Reading {}

  /** Nothing that S3 would send. */
  record Incomprehensible() implements Reading {}

  static Reading read(String body) {
    try {
      JsonNode event = JSON.readTree(body);
      if (event.path("Event").asText().equals("s3:TestEvent")) {
        return new Test();
      }
      return event.path("Records").isArray()
          ? arrivals(event.path("Records"))
          : new Incomprehensible();
    } catch (JsonProcessingException notJson) {
      return new Incomprehensible();
    }
  }

  private static Arrivals arrivals(JsonNode records) {
    List<Arrival> arrivals = new ArrayList<>();
    int strangers = 0;
    for (JsonNode record : records) {
      Optional<Arrival> arrival =
          arrival(
              record.path("s3").path("object").path("key").asText(),
              moment(record.path("eventTime").asText()));
      arrival.ifPresent(arrivals::add);
      strangers += arrival.isPresent() ? 0 : 1;
    }
    return new Arrivals(arrivals, strangers);
  }

  /** Keys come as in a form: encoded, with a plus for a blank. */
  private static Optional<Arrival> arrival(String encodedKey, @Nullable Instant at) {
    List<String> parts = List.of(decoded(encodedKey).split("/", -1));
    return parts.size() == 3
            && parts.get(0).equals(FOLDER)
            && ApplicationId.isValid(parts.get(1))
            // Ids of documents are written as those of applications.
            && ApplicationId.isValid(parts.get(2))
        ? Optional.of(
            new Arrival(new ApplicationId(parts.get(1)), new DocumentId(parts.get(2)), at))
        : Optional.empty();
  }

  private static @Nullable Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notSaid) {
      return null;
    }
  }

  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
