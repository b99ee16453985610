package id.antrean.offices;

/** As what a day's list is wanted: a page as JSON, or the whole day as a table. */
enum ListFormat {
  JSON,
  CSV,
  JSON_LINES;

  static ListFormat of(String wantedType) {
    return switch (wantedType) {
      case "text/csv" -> CSV;
      case "application/x-ndjson" -> JSON_LINES;
      default -> JSON;
    };
  }
}
