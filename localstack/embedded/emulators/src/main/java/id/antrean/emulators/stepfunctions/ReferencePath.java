package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A JSONPath that names one member: {@code $}, {@code $.a.b}. */
record ReferencePath(List<String> members) {

  private static final Pattern FORM = Pattern.compile("\\$(\\.[\\p{L}_][\\p{L}\\p{N}_-]*)*");
  private static final Pattern DOT = Pattern.compile("\\.");

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it has another form
   */
  static ReferencePath parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "path '" + text + "' is not interpreted, only those like $.member.member");
    }
    return new ReferencePath(DOT.splitAsStream(text).skip(1).toList());
  }

  /** What is there; empty when nothing is. */
  Optional<JsonNode> read(JsonNode data) {
    JsonNode at = data;
    for (String member : members) {
      at = at.path(member);
    }
    return at.isMissingNode() ? Optional.empty() : Optional.of(at);
  }
}
