package id.antrean.counter;

import id.antrean.counter.ticket.TicketSheet;
import id.antrean.counter.ticket.TicketSheet.Row;
import id.antrean.counter.view.TicketView;
import id.antrean.counter.view.TicketView.BringView;
import id.antrean.domain.booking.Seat;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Rupiah;
import id.antrean.gateway.Times;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What is printed on a ticket, in its applicant's language. */
final class TicketTexts {

  private TicketTexts() {}

  static TicketSheet sheet(TicketView ticket, Seat seat, Language language) {
    return new TicketSheet(
        text(language, "title"),
        ticket.office().name(),
        ticket.code(),
        ticket.qr(),
        rows(ticket, seat, language),
        text(language, "bring"),
        ticket.bring().stream().map(BringView::name).toList(),
        List.of(
            Messages.text(
                language,
                "ticket.come",
                moment(OffsetDateTime.parse(ticket.letsInFrom()).toInstant(), seat)),
            text(language, "one-seat")),
        language.tag());
  }

  private static List<Row> rows(TicketView ticket, Seat seat, Language language) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(text(language, "name"), ticket.name()));
    rows.add(new Row(text(language, "day"), day(seat, language)));
    rows.add(new Row(text(language, "time"), time(seat, language)));
    rows.add(
        new Row(
            text(language, "lane"),
            Messages.text(language, "lane." + seat.session().lane().name())));
    rows.add(new Row(text(language, "address"), ticket.office().address()));
    rows.add(new Row(text(language, "billing-code"), ticket.receipt().billingCode()));
    rows.add(new Row(text(language, "amount"), Rupiah.said(ticket.receipt().amount(), language)));
    rows.add(
        new Row(
            text(language, "paid-at"),
            Times.said(
                moment(OffsetDateTime.parse(ticket.receipt().paidAt()).toInstant(), seat),
                language)));
    String ntpn = ticket.receipt().ntpn();
    if (ntpn != null) {
      rows.add(new Row("NTPN", ntpn));
    }
    return rows;
  }

  private static String day(Seat seat, Language language) {
    return Times.weekday(seat.session().date(), language)
        + ", "
        + Times.day(seat.session().date(), language);
  }

  private static String time(Seat seat, Language language) {
    LocalTime ends = seat.endsAt().atZone(seat.zone()).toLocalTime();
    return Messages.text(
            language,
            "time.span",
            Times.clock(seat.session().start(), language),
            Times.clock(ends, language))
        + " "
        + Times.zone(seat.startsAt().atZone(seat.zone()));
  }

  private static ZonedDateTime moment(Instant instant, Seat seat) {
    return instant.atZone(seat.zone());
  }

  private static String text(Language language, String name) {
    return Messages.text(language, "ticket." + name);
  }
}
