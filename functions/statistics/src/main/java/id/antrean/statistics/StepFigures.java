package id.antrean.statistics;

import id.antrean.aws.applications.ApplicationStep;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Event.BookingReopened;
import id.antrean.domain.application.Event.BookingRepaired;
import id.antrean.domain.application.Event.Cancelled;
import id.antrean.domain.application.Event.CheckedIn;
import id.antrean.domain.application.Event.ComesAgain;
import id.antrean.domain.application.Event.Completed;
import id.antrean.domain.application.Event.Corrected;
import id.antrean.domain.application.Event.DocumentAccepted;
import id.antrean.domain.application.Event.DocumentDeclared;
import id.antrean.domain.application.Event.DocumentRejected;
import id.antrean.domain.application.Event.DocumentRemoved;
import id.antrean.domain.application.Event.DocumentSeen;
import id.antrean.domain.application.Event.DocumentSentBack;
import id.antrean.domain.application.Event.DocumentVerified;
import id.antrean.domain.application.Event.HoldExpired;
import id.antrean.domain.application.Event.IdentityChecked;
import id.antrean.domain.application.Event.IdentityDecided;
import id.antrean.domain.application.Event.NoShow;
import id.antrean.domain.application.Event.OfficeNoted;
import id.antrean.domain.application.Event.PaymentCodeIssued;
import id.antrean.domain.application.Event.PaymentKept;
import id.antrean.domain.application.Event.PaymentReceived;
import id.antrean.domain.application.Event.PaymentResolved;
import id.antrean.domain.application.Event.PaymentReturned;
import id.antrean.domain.application.Event.Registered;
import id.antrean.domain.application.Event.SeatChosen;
import id.antrean.domain.application.Event.SeatGivenBack;
import id.antrean.domain.application.Event.SeatHeld;
import id.antrean.domain.application.Event.SeatMoved;
import id.antrean.domain.application.Event.SeatRescheduled;
import id.antrean.domain.application.Event.SessionChanged;
import id.antrean.domain.application.Event.SessionClosed;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.statistics.Figure;
import id.antrean.domain.statistics.Figures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step means to the sessions it is about. Seats are told by where the application had one
 * before and after, whatever the reason: each that was taken comes free once.
 */
final class StepFigures {

  private StepFigures() {}

  /** By session; empty for a step that no office counts. */
  static Map<SessionId, Figures> of(ApplicationStep step) {
    Map<SessionId, Figures> figures = new LinkedHashMap<>();
    if (!step.seatBefore().equals(step.seatAfter())) {
      add(figures, step.seatBefore(), Figure.SEATS_RETURNED);
      add(figures, step.seatAfter(), Figure.SEATS_TAKEN);
    }
    step.entries().forEach(entry -> add(figures, step, entry.event()));
    return figures;
  }

  private static void add(Map<SessionId, Figures> figures, ApplicationStep step, Event event) {
    switch (event) {
      case SeatHeld held -> add(figures, Optional.of(held.session()), Figure.HELD);
      case SeatMoved _, SeatRescheduled _ -> add(figures, step.seatBefore(), Figure.MOVED);
      case HoldExpired _ -> add(figures, step.seatBefore(), Figure.EXPIRED);
      case Cancelled _ -> add(figures, step.seatBefore(), Figure.CANCELLED);
      // Late money has no seat any more, but is of the office where it had one.
      case PaymentReceived paid ->
          add(
              figures,
              Optional.ofNullable(paid.session()).or(step::seatAfter).or(step::seatBefore),
              Figure.PAID);
      case Registered _,
          IdentityChecked _,
          Corrected _,
          DocumentDeclared _,
          DocumentVerified _,
          DocumentRejected _,
          DocumentRemoved _,
          SeatGivenBack _,
          SeatChosen _,
          SessionChanged _,
          BookingRepaired _,
          BookingReopened _,
          PaymentKept _,
          PaymentReturned _,
          PaymentCodeIssued _,
          PaymentResolved _,
          SessionClosed _,
          DocumentAccepted _,
          DocumentSentBack _,
          DocumentSeen _,
          IdentityDecided _,
          OfficeNoted _,
          CheckedIn _,
          Completed _,
          NoShow _,
          ComesAgain _ -> {}
    }
  }

  /** By session, what happened at a visit: of the day of the session, whenever it is put down. */
  static Map<SessionId, Figures> ofVisit(ApplicationStep step) {
    Map<SessionId, Figures> figures = new LinkedHashMap<>();
    step.entries()
        .forEach(
            entry -> {
              switch (entry.event()) {
                case CheckedIn came ->
                    add(figures, came.session(), Figures.once(Figure.CHECKED_IN));
                case Completed served ->
                    add(figures, served.session(), of(Figure.COMPLETED, served.waited()));
                case NoShow missed -> add(figures, missed.session(), Figures.once(Figure.NO_SHOW));
                case ComesAgain unserved ->
                    add(figures, unserved.session(), of(Figure.COMES_AGAIN, unserved.waited()));
                default -> {
                  // Told by the other.
                }
              }
            });
    return figures;
  }

  /** A visit's end, with how long its person waited where they were called. */
  private static Figures of(Figure end, @Nullable Duration waited) {
    Figures once = Figures.once(end);
    return waited == null
        ? once
        : once.plus(
            new Figures(Map.of(Figure.CALLED, 1L, Figure.WAITED_SECONDS, waited.toSeconds())));
  }

  private static void add(
      Map<SessionId, Figures> figures, Optional<SessionId> session, Figure figure) {
    session.ifPresent(it -> add(figures, it, Figures.once(figure)));
  }

  private static void add(Map<SessionId, Figures> figures, SessionId session, Figures counted) {
    figures.merge(session, counted, Figures::plus);
  }
}
