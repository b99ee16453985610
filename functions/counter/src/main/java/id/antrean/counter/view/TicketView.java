package id.antrean.counter.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.Office;
import id.antrean.domain.payment.Bill;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import id.antrean.gateway.view.Currency;
import id.antrean.gateway.view.SessionView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its applicant sees it, which is their receipt too.
 *
 * @param code to be typed where the QR cannot be read
 * @param qr the text of the QR
 * @param number by which they are called; null until they are checked in
 * @param letsInFrom from when on they are checked in
 */
public record TicketView(
    String applicationId,
    Status status,
    String code,
    String qr,
    @Nullable Integer number,
    String name,
    SessionView session,
    String letsInFrom,
    TicketOfficeView office,
    ReceiptView receipt,
    List<BringView> bring)
    implements View {

  /** Where to go. */
  public record TicketOfficeView(String id, String name, String address) implements View {}

  /** What was paid. */
  public record ReceiptView(
      String billingCode,
      long amount,
      Currency currency,
      String paidAt,
      String aggregator,
      @Nullable String channel,
      @Nullable String ntpn)
      implements View {

    static ReceiptView of(Bill paid, ZoneId zone) {
      Bill.Payment payment = Objects.requireNonNull(paid.payment());
      return new ReceiptView(
          paid.code().value(),
          paid.amount(),
          Currency.IDR,
          Times.at(payment.paidAt(), zone),
          payment.aggregator(),
          payment.channel(),
          payment.ntpn());
    }
  }

  /** A paper to bring along, the original. */
  public record BringView(DocumentKind kind, String name) implements View {}

  /**
   * The ticket of a seat that is paid for.
   *
   * @param letsInFrom from when on its person is checked in
   */
  public static TicketView of(
      Application application,
      Seat seat,
      Office office,
      Ticket ticket,
      String qr,
      @Nullable Integer number,
      Instant letsInFrom,
      Language language) {
    return new TicketView(
        application.id().value(),
        application.status(),
        ticket.code().toString(),
        qr,
        number,
        application.dossier().applicant().fullName(),
        SessionView.of(seat),
        Times.at(letsInFrom, seat.zone()),
        new TicketOfficeView(office.id().value(), office.name(), office.address()),
        ReceiptView.of(application.booking().paidBill().orElseThrow(), seat.zone()),
        application.dossier().papers().stream()
            .map(
                paper ->
                    application.dossier().fileFor(paper).map(it -> it.kind()).orElse(paper.kind()))
            .map(kind -> new BringView(kind, Messages.text(language, "paper." + kind.name())))
            .toList());
  }
}
