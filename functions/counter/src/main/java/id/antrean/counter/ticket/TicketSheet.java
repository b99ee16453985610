package id.antrean.counter.ticket;

import java.util.List;

/**
 * All that stands on a ticket, in the words of whoever will read it. Any text may be as long as it
 * likes, or empty: what it is printed on has to cope.
 *
 * @param code short enough to be typed where the QR cannot be read
 * @param qr what the QR says; a few hundred characters of ASCII
 * @param bring the papers to bring along
 * @param language of the texts, as HTML and PDF call it: {@code id}, {@code en}
 */
public record TicketSheet(
    String title,
    String subtitle,
    String code,
    String qr,
    List<Row> rows,
    String bringTitle,
    List<String> bring,
    List<String> notes,
    String language) {

  public TicketSheet {
    rows = List.copyOf(rows);
    bring = List.copyOf(bring);
    notes = List.copyOf(notes);
  }

  /** One thing that is told, and what it is called. */
  public record Row(String label, String value) {}
}
