package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.cli.console.Style;
import id.antrean.cli.endpoint.Reply;
import java.io.PrintStream;
import java.util.List;

/** Tells the walk: what happens and why, then each call in one line and its answer in one more. */
final class Narrator {
  private static final int WIDEST = 110;

  private final PrintStream out;

  Narrator(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    out.println();
    out.println(Style.BOLD.of(title));
  }

  void request(String method, String path, JsonNode body) {
    String sent = body.isMissingNode() ? "" : "  " + Style.DIM.of(shortened(body.toString()));
    out.println("  " + Style.BLUE.of(method) + " " + path + sent);
  }

  /** Shows the status, and of the answer's body what lies at these pointers. */
  void answer(Reply reply, List<String> pointers) {
    String status = Integer.toString(reply.status());
    StringBuilder line = new StringBuilder("  → ");
    line.append(reply.ok() ? Style.GREEN.of(status) : Style.RED.of(status));
    for (String pointer : pointers) {
      String value = reply.at(pointer);
      if (!value.isEmpty()) {
        line.append("  ").append(Style.DIM.of(named(pointer))).append(' ').append(value);
      }
    }
    out.println(line);
  }

  void note(String text) {
    out.println("    " + text);
  }

  void events(JsonNode timeline) {
    timeline.forEach(
        event ->
            out.println("    " + event.path("at").asText() + "  " + event.path("detail").asText()));
  }

  void end(String sentence) {
    out.println();
    out.println(Style.GREEN.of(sentence));
  }

  private static String named(String pointer) {
    return pointer.substring(1).replace('/', '.');
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
