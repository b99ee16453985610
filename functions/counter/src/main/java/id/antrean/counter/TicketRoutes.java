package id.antrean.counter;

import id.antrean.counter.ticket.PrintedTicket;
import id.antrean.counter.ticket.QrPicture;
import id.antrean.counter.view.TicketKeysView;
import id.antrean.counter.view.TicketView;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Seated;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.PublishTicketKeys;
import id.antrean.domain.counter.SignTickets;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.Visitor;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.policy.CheckInOnTheDay;
import id.antrean.domain.policy.TicketOncePaid;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.ApplicationInPath;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The ticket of an application, in whichever form, and the keys with which one is checked. */
@Singleton
final class TicketRoutes implements Routes {
  /** Seconds for which anybody may keep the keys: a new one signs no sooner than it is known. */
  private static final long KEYS_SECONDS = 300;

  private final OfficeInPath officeInPath;
  private final ApplicationInPath applicationInPath;
  private final FindOffice offices;
  private final IssueTicket issue;
  private final SignTickets sign;
  private final PublishTicketKeys keys;
  private final KeepLine lines;
  private final EventLog log;
  private final TicketOncePaid mayHave = new TicketOncePaid();
  private final Clock clock;

  TicketRoutes(
      FindApplication applications,
      FindOffice offices,
      IssueTicket issue,
      SignTickets sign,
      PublishTicketKeys keys,
      KeepLine lines,
      EventLog log,
      Clock clock) {
    this.officeInPath = new OfficeInPath(offices);
    this.applicationInPath = new ApplicationInPath(applications);
    this.offices = offices;
    this.issue = issue;
    this.sign = sign;
    this.keys = keys;
    this.lines = lines;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    return api.applicant("GET", "/applications/{id}/ticket", this::ticket)
        .officer(
            "GET",
            "/offices/{officeId}/appointments/{applicationId}/ticket",
            officeInPath.at(this::printed))
        .open("GET", "/tickets/keys", request -> keys());
  }

  private Answer keys() {
    return Answer.ok(TicketKeysView.of(keys.keysNow()))
        .header("Cache-Control", "public, max-age=" + KEYS_SECONDS);
  }

  private Answer ticket(Request request, Caller caller) {
    return Api.answer(
        applicationInPath.ofCaller(request, caller).then(this::ticketed),
        request,
        ticketed -> answer(ticketed, request));
  }

  /** For somebody who has lost theirs, or has no phone to have one on. */
  private Answer printed(Request request, Caller caller, Office office) {
    return Api.answer(
        applicationInPath.ofOffice(request, caller, office).then(this::ticketed),
        request,
        ticketed -> {
          log.tell(
              LogEvent.APPLICATION_READ, request, office, ticketed.application(), "reader", caller);
          return answer(ticketed, request);
        });
  }

  /** An application with a ticket, and the office whose it is. */
  private record Ticketed(Application application, Seated seated, Office office) {}

  private Outcome<Ticketed> ticketed(Application application) {
    return mayHave
        .refuses(application, clock.instant())
        .<Outcome<Ticketed>>map(Outcome::refused)
        .orElseGet(
            () -> {
              Seated seated = TicketOncePaid.ticketed(application).orElseThrow();
              return offices
                  .find(seated.seat().session().office())
                  .map(office -> Outcome.done(new Ticketed(application, seated, office)))
                  .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
            });
  }

  private Answer answer(Ticketed ticketed, Request request) {
    Seat seat = ticketed.seated().seat();
    Ticket ticket = issue.of(seat);
    String qr = sign.sign(ticket, seat.dayEnds());
    Answer answer =
        switch (TicketFormat.of(request.wantedType())) {
          case PNG -> Answer.bytes("image/png", QrPicture.png(qr));
          case JSON -> Answer.ok(view(ticketed, ticket, qr, request));
          case PDF ->
              Answer.bytes(
                      "application/pdf",
                      PrintedTicket.pdf(
                          TicketTexts.sheet(
                              view(ticketed, ticket, qr, request), seat, request.language())))
                  .header("Content-Disposition", "inline; filename=\"ticket.pdf\"");
          case CALENDAR ->
              Answer.text(
                      "text/calendar; charset=utf-8",
                      TicketCalendar.of(
                          seat,
                          ticketed.office(),
                          ticket.code(),
                          ticketed.application().revision(),
                          ticketed.application().latest().at(),
                          request.language()))
                  .header("Content-Disposition", "inline; filename=\"ticket.ics\"");
        };
    return answer.header("Vary", "Accept, Accept-Language");
  }

  private TicketView view(Ticketed ticketed, Ticket ticket, String qr, Request request) {
    Seat seat = ticketed.seated().seat();
    return TicketView.of(
        ticketed.application(),
        seat,
        ticketed.office(),
        ticket,
        qr,
        number(ticketed, seat),
        new CheckInOnTheDay(ticketed.office()).letsInFrom(seat),
        request.language());
  }

  private @Nullable Integer number(Ticketed ticketed, Seat seat) {
    return ticketed.seated() instanceof CheckedIn
        ? lines
            .find(seat.session().office(), seat.session().date())
            .visitor(ticketed.application().id())
            .map(Visitor::number)
            .orElse(null)
        : null;
  }
}
