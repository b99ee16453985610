package id.antrean.offices;

import java.util.Locale;
import java.util.Optional;

/** As what a day's list is wanted: a page as JSON, or the whole day as a table. */
enum ListFormat {
  JSON,
  CSV,
  JSON_LINES;

  /** By what Accept begins with. */
  static ListFormat wanted(Optional<String> accept) {
    String first = accept.orElse("").toLowerCase(Locale.ROOT).split("[,;]", 2)[0].strip();
    return switch (first) {
      case "text/csv" -> CSV;
      case "application/x-ndjson" -> JSON_LINES;
      default -> JSON;
    };
  }
}
