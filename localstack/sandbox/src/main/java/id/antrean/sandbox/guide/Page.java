package id.antrean.sandbox.guide;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * A page that says the same in HTML to a browser, in JSON to a program, and in plain text to a
 * curl.
 *
 * @param json the whole of it for programs
 */
record Page(String title, String lead, List<Section> sections, JsonNode json) {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; }
      pre { overflow-x: auto; padding: .75rem; border: 1px solid #8888; border-radius: .5rem; margin: .25rem 0 1rem; }
      code { font: .9rem/1.4 ui-monospace, monospace; } a { overflow-wrap: anywhere; }
      """;

  /**
   * A part of it.
   *
   * @param heading empty for none
   */
  record Section(String heading, String text, List<Item> items) {}

  /**
   * A line, with a place it leads to or something to paste.
   *
   * @param text what it is
   */
  record Item(String text, Optional<String> link, Optional<String> command) {}

  /** Answers in the form that is asked for. */
  void answer(Context context) {
    String accept = Optional.ofNullable(context.header("Accept")).orElse("");
    context.header("Cache-Control", "no-store");
    context.header("Vary", "Accept");
    if (accept.contains("text/html")) {
      context.contentType("text/html; charset=utf-8").result(html());
    } else if (accept.contains("json")) {
      context.contentType("application/json").result(json.toPrettyString() + "\n");
    } else {
      context.contentType("text/plain; charset=utf-8").result(text());
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder(title + "\n\n" + lead + "\n");
    for (Section section : sections) {
      text.append('\n');
      if (!section.heading().isEmpty()) {
        text.append(section.heading()).append(": ").append(section.text()).append('\n');
      }
      for (Item item : section.items()) {
        item.link().ifPresent(link -> text.append("  ").append(link).append("  "));
        text.append(item.link().isPresent() ? "" : "  # ").append(item.text()).append('\n');
        item.command().ifPresent(command -> text.append("  ").append(command).append('\n'));
      }
    }
    return text.toString();
  }

  private String html() {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>" + escaped(title) + "</title>\n<style>\n" + STYLE + "</style>\n")
        .append("</head>\n<body>\n<main>\n<h1>" + escaped(title) + "</h1>\n")
        .append("<p>" + escaped(lead) + "</p>\n");
    sections.forEach(section -> append(html, section));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void append(StringBuilder html, Section section) {
    html.append("<section>\n");
    if (!section.heading().isEmpty()) {
      html.append("<h2>" + escaped(section.heading()) + "</h2>\n")
          .append("<p>" + escaped(section.text()) + "</p>\n");
    }
    for (Item item : section.items()) {
      html.append("<p>");
      item.link()
          .ifPresent(
              link ->
                  html.append("<a href=\"%s\">%s</a> ".formatted(escaped(link), escaped(link))));
      html.append(escaped(item.text())).append("</p>\n");
      item.command()
          .ifPresent(
              command ->
                  html.append("<pre tabindex=\"0\"><code>" + escaped(command) + "</code></pre>\n"));
    }
    html.append("</section>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
