package id.antrean.counter;

/** What a ticket is wanted as. */
enum TicketFormat {
  JSON,
  PNG,
  PDF,
  CALENDAR;

  static TicketFormat of(String wantedType) {
    return switch (wantedType) {
      case "image/png" -> PNG;
      case "application/pdf" -> PDF;
      case "text/calendar" -> CALENDAR;
      default -> JSON;
    };
  }
}
