package id.antrean.cli.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A line of a function's log.
 *
 * @param at when it was written; of a line that does not say, when the line before it was
 * @param text as it stands in the file
 * @param entry its members, if it is one of the functions' own entries, else missing
 */
record LogLine(String function, Instant at, String text, JsonNode entry) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final Set<String> SAID_BEFORE = Set.of("timestamp", "level", "event");

  static LogLine read(String function, String text, Instant before) {
    JsonNode entry = entry(text);
    return new LogLine(function, time(entry, before), text, entry);
  }

  private static JsonNode entry(String text) {
    if (!text.startsWith("{")) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Instant time(JsonNode entry, Instant before) {
    try {
      return Instant.parse(entry.path("timestamp").asText());
    } catch (DateTimeException e) {
      return before;
    }
  }

  /** For a person to read: time, function, what happened, then what it happened to. */
  String forPeople() {
    String begin = "%s %-13s ".formatted(TIME.format(at), function);
    if (!entry.isObject()) {
      return begin + text.strip();
    }
    StringBuilder line = new StringBuilder(begin);
    String level = entry.path("level").asText();
    if (!level.equals("INFO")) {
      line.append(level).append(' ');
    }
    line.append(entry.path("event").asText());
    for (Map.Entry<String, JsonNode> member : entry.properties()) {
      if (!SAID_BEFORE.contains(member.getKey())) {
        line.append("  ").append(member.getKey()).append('=').append(member.getValue().asText());
      }
    }
    return line.toString();
  }
}
