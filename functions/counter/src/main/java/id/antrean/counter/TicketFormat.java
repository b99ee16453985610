package id.antrean.counter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a ticket is wanted as: by what {@code Accept} begins with, else as JSON. No more of it is
 * read, because the gateway hands bytes on as bytes only where it begins with their very type.
 */
enum TicketFormat {
  JSON("application/json"),
  PNG("image/png"),
  PDF("application/pdf"),
  CALENDAR("text/calendar");

  private final String mediaType;

  TicketFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  static TicketFormat wanted(Optional<String> accept) {
    String first = accept.orElse("").toLowerCase(Locale.ROOT).split("[,;]", 2)[0].strip();
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equals(first))
        .findFirst()
        .orElse(JSON);
  }
}
