package id.antrean.gateway;

import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The domain's refusals as problems: the only place that says which is which. */
final class Refusals {

  private Refusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound() -> Problem.of(ProblemType.NOT_FOUND);
      case Refusal.UnknownSession() -> Problem.of(ProblemType.UNKNOWN_SESSION);
      case Refusal.SoldOut(ZonedDateTime heldUntil) -> soldOut(heldUntil);
      case Refusal.SessionClosed() -> Problem.of(ProblemType.SESSION_CLOSED);
      case Refusal.NotOpenYet(ZonedDateTime opensAt) ->
          Problem.of(ProblemType.NOT_OPEN_YET, opensAt)
              .with(new ProblemMembers.NotOpenYet(Times.at(opensAt)));
      case Refusal.TooLate(ZonedDateTime until) ->
          Problem.of(ProblemType.TOO_LATE, until).with(new ProblemMembers.TooLate(Times.at(until)));
      case Refusal.NotReady(List<DocumentKind> missing) ->
          Problem.of(ProblemType.NOT_READY, missing).with(new ProblemMembers.NotReady(missing));
      case Refusal.PapersNotThere(List<DocumentKind> missing) ->
          Problem.of(ProblemType.NOT_READY)
              .when("desk", missing)
              .with(new ProblemMembers.NotReady(missing));
      case Refusal.Identity(IdentityVerdict verdict) -> identity(verdict);
      case Refusal.NotOffered() -> Problem.of(ProblemType.NOT_OFFERED);
      case Refusal.OtherFee(boolean anotherPassport) ->
          anotherPassport
              ? Problem.of(ProblemType.OTHER_FEE).when("passport")
              : Problem.of(ProblemType.OTHER_FEE);
      case Refusal.NikHasBooking(ZonedDateTime until) -> nikHasBooking(until);
      case Refusal.TooManyHolds(int limit, ZonedDateTime until) -> tooManyHolds(limit, until);
      case Refusal.Pause(ZonedDateTime until) ->
          Problem.of(ProblemType.PAUSE, until).with(new ProblemMembers.Pause(Times.at(until)));
      case Refusal.TooManyRequests(Duration pause) -> tooManyRequests(pause);
      case Refusal.RescheduleLimit(int limit) ->
          Problem.of(ProblemType.RESCHEDULE_LIMIT, limit)
              .with(new ProblemMembers.RescheduleLimit(limit));
      case Refusal.AlreadyPaid(Instead instead) -> alreadyPaid(instead);
      case Refusal.Locked(Status status) -> locked(status);
      case Refusal.Overtaken(SessionId session) -> overtaken(session);
      case Refusal.WrongStatus(Status status) -> wrongStatus(status);
      case Refusal.SenderSilent(Duration pause) ->
          Problem.of(ProblemType.UNAVAILABLE).when("sender").repeatableAfter(pause);
      case Refusal.ChannelNotOffered() -> Problem.of(ProblemType.NOT_OFFERED).when("channel");
      case Refusal.AlreadyResolved() -> Problem.of(ProblemType.ALREADY_RESOLVED);
      case Refusal.OtherBill() -> Problem.of(ProblemType.OTHER_BILL);
      case Refusal.Stale(int version) ->
          Problem.of(ProblemType.STALE).with(new ProblemMembers.Stale(version));
      case Refusal.KeyReused() -> Problem.of(ProblemType.KEY_REUSED);
      case Refusal.WrongOffice(OfficeId office) ->
          Problem.of(ProblemType.WRONG_OFFICE, office.value())
              .with(new ProblemMembers.WrongOffice(office.value()));
      case Refusal.WrongDay(LocalDate day) ->
          Problem.of(ProblemType.WRONG_DAY, day).with(new ProblemMembers.WrongDay(day.toString()));
      case Refusal.TooEarly(ZonedDateTime from) ->
          Problem.of(ProblemType.TOO_EARLY, from).with(new ProblemMembers.TooEarly(Times.at(from)));
      case Refusal.NotPaid() -> Problem.of(ProblemType.NOT_PAID);
      case Refusal.AlreadyCheckedIn(int number) ->
          Problem.of(ProblemType.ALREADY_CHECKED_IN, number)
              .with(new ProblemMembers.AlreadyCheckedIn(number));
      case Refusal.TicketVoid() -> Problem.of(ProblemType.TICKET_VOID);
      case Refusal.TicketForged() -> Problem.of(ProblemType.TICKET_FORGED);
      case Refusal.NobodyWaits() -> Problem.of(ProblemType.NOBODY_WAITS);
      case Refusal.NotCalled() -> Problem.of(ProblemType.WRONG_STATUS).when("not-called");
      case Refusal.NoSuchPaper(DocumentKind kind) ->
          Problem.of(ProblemType.WRONG_STATUS).when("no-paper", kind);
      case Refusal.LineFull() -> Problem.of(ProblemType.LINE_FULL);
    };
  }

  private static Problem soldOut(@Nullable ZonedDateTime heldUntil) {
    Problem problem =
        Problem.of(ProblemType.SOLD_OUT).with(new ProblemMembers.SoldOut(time(heldUntil)));
    return heldUntil == null ? problem : problem.when("unpaid", heldUntil);
  }

  private static Problem nikHasBooking(@Nullable ZonedDateTime until) {
    Problem problem =
        Problem.of(ProblemType.NIK_HAS_BOOKING).with(new ProblemMembers.NikHasBooking(time(until)));
    return until == null ? problem : problem.when("paid", until);
  }

  private static Problem tooManyHolds(int limit, @Nullable ZonedDateTime until) {
    Problem problem =
        Problem.of(ProblemType.TOO_MANY_HOLDS)
            .with(new ProblemMembers.TooManyHolds(limit, time(until)));
    return until == null ? problem : problem.when("until", until);
  }

  private static Problem identity(IdentityVerdict verdict) {
    Problem problem = Problem.of(ProblemType.IDENTITY).with(new ProblemMembers.Identity(verdict));
    return switch (verdict) {
      case NOT_FOUND, DECEASED, INACTIVE -> problem.when(verdict.name());
      case MATCHED, DIFFERS, PENDING -> problem;
    };
  }

  private static Problem alreadyPaid(Instead instead) {
    Problem problem = Problem.of(ProblemType.ALREADY_PAID);
    return switch (instead) {
      case MOVE -> problem;
      case SEND_PAPERS -> problem.when("papers");
      case CHOOSE_SEAT -> problem.when("choose");
      case ASK_OFFICE -> problem.when("office");
      case NOTHING -> problem.when("done");
      case KEEP_MONEY -> problem.when("nothing-due");
    };
  }

  private static Problem locked(Status status) {
    Problem problem = Problem.of(ProblemType.LOCKED);
    return switch (status) {
      case AWAITING_PAYMENT -> problem.when("held");
      case CANCELLED -> problem.when("cancelled");
      case DRAFT, READY, CONFIRMED, PAID_UNSCHEDULED, CHECKED_IN, COMPLETED, NO_SHOW -> problem;
    };
  }

  private static Problem wrongStatus(Status status) {
    Problem problem = Problem.of(ProblemType.WRONG_STATUS);
    return status == Status.CANCELLED ? problem.when("cancelled") : problem;
  }

  private static Problem tooManyRequests(Duration pause) {
    Problem problem = Problem.of(ProblemType.TOO_MANY_REQUESTS);
    long minutes = pause.plusSeconds(59).toMinutes();
    return (minutes < 120
            ? problem.when("minutes", minutes)
            : problem.when("hours", pause.plusMinutes(59).toHours()))
        .repeatableAfter(pause);
  }

  private static Problem overtaken(@Nullable SessionId session) {
    Problem problem = Problem.of(ProblemType.OVERTAKEN);
    return session == null
        ? problem.with(new ProblemMembers.Overtaken(null))
        : problem.when("seat").with(new ProblemMembers.Overtaken(session.toString()));
  }

  private static @Nullable String time(@Nullable ZonedDateTime moment) {
    return moment == null ? null : Times.at(moment);
  }
}
