package id.antrean.counter;

import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A visit for the calendar of a phone (RFC 5545): one event an application, so that another seat
 * takes the place of the former.
 */
final class TicketCalendar {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Octets of a line without its end. */
  private static final int LONGEST_LINE = 75;

  private TicketCalendar() {}

  /**
   * @param revision of the application: a calendar takes the highest
   * @param changedAt when that came to be
   */
  static String of(
      Seat seat,
      Office office,
      TicketCode code,
      int revision,
      Instant changedAt,
      Language language) {
    return String.join(
            "\r\n",
            List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Antrean Paspor//ID",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:" + seat.hold().application().value() + "@antrean-paspor",
                "SEQUENCE:" + revision,
                "DTSTAMP:" + UTC.format(changedAt),
                "DTSTART:" + UTC.format(seat.startsAt()),
                "DTEND:" + UTC.format(seat.endsAt()),
                folded("SUMMARY:" + escaped(Messages.text(language, "ticket.title"))),
                folded("LOCATION:" + escaped(office.name() + ", " + office.address())),
                folded(
                    "DESCRIPTION:"
                        + escaped(Messages.text(language, "ticket.calendar", code.toString()))),
                "GEO:" + office.location().latitude() + ";" + office.location().longitude(),
                "END:VEVENT",
                "END:VCALENDAR"))
        + "\r\n";
  }

  /** RFC 5545, 3.3.11. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** RFC 5545, 3.1: a long line goes on after a space; no letter is cut in two. */
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int point : line.codePoints().toArray()) {
      String letter = Character.toString(point);
      int length = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(letter);
      octets += length;
    }
    return folded.toString();
  }
}
