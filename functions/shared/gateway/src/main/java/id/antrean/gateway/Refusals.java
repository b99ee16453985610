package id.antrean.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Refusal.AlreadyPaid.Instead;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The domain's refusals as problems: the only place that says which is which. */
final class Refusals {

  private Refusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound() -> Problem.of("not-found", 404);
      case Refusal.UnknownSession() -> Problem.of("unknown-session", 404);
      case Refusal.SoldOut(ZonedDateTime heldUntil) -> soldOut(heldUntil);
      case Refusal.SessionClosed() -> Problem.of("session-closed", 409);
      case Refusal.NotOpenYet(ZonedDateTime opensAt) ->
          Problem.of("not-open-yet", 409, opensAt).member("opensAt", time(opensAt));
      case Refusal.TooLate(ZonedDateTime until) ->
          Problem.of("too-late", 409, until).member("until", time(until));
      case Refusal.NotReady(List<DocumentKind> missing) ->
          Problem.of("not-ready", 409, missing).member("missing", names(missing));
      case Refusal.Identity(IdentityVerdict verdict) -> identity(verdict);
      case Refusal.NotOffered() -> Problem.of("not-offered", 409);
      case Refusal.OtherFee(boolean anotherPassport) ->
          anotherPassport
              ? Problem.of("other-fee", 409).when("passport")
              : Problem.of("other-fee", 409);
      case Refusal.NikHasBooking(ZonedDateTime until) -> nikHasBooking(until);
      case Refusal.TooManyHolds(int limit, ZonedDateTime until) -> tooManyHolds(limit, until);
      case Refusal.Pause(ZonedDateTime until) ->
          Problem.of("pause", 409, until).member("until", time(until));
      case Refusal.TooManyRequests(Duration pause) -> tooManyRequests(pause);
      case Refusal.RescheduleLimit(int limit) ->
          Problem.of("reschedule-limit", 409, limit).member("limit", IntNode.valueOf(limit));
      case Refusal.AlreadyPaid(Instead instead) -> alreadyPaid(instead);
      case Refusal.Locked(Status status) -> locked(status);
      case Refusal.Overtaken(SessionId session) -> overtaken(session);
      case Refusal.WrongStatus(Status status) -> wrongStatus(status);
      case Refusal.Stale(int version) ->
          Problem.of("stale", 412).member("version", IntNode.valueOf(version));
      case Refusal.KeyReused() -> Problem.of("key-reused", 422);
    };
  }

  private static Problem soldOut(@Nullable ZonedDateTime heldUntil) {
    Problem problem = Problem.of("sold-out", 409).member("heldUntil", time(heldUntil));
    return heldUntil == null ? problem : problem.when("unpaid", heldUntil);
  }

  private static Problem nikHasBooking(@Nullable ZonedDateTime until) {
    Problem problem = Problem.of("nik-has-booking", 409).member("until", time(until));
    return until == null ? problem : problem.when("paid", until);
  }

  private static Problem tooManyHolds(int limit, @Nullable ZonedDateTime until) {
    Problem problem =
        Problem.of("too-many-holds", 409)
            .member("limit", IntNode.valueOf(limit))
            .member("until", time(until));
    return until == null ? problem : problem.when("until", until);
  }

  private static Problem identity(IdentityVerdict verdict) {
    Problem problem =
        Problem.of("identity", 409).member("verdict", TextNode.valueOf(verdict.name()));
    return switch (verdict) {
      case NOT_FOUND, DECEASED, INACTIVE -> problem.when(verdict.name());
      case MATCHED, DIFFERS, PENDING -> problem;
    };
  }

  private static Problem alreadyPaid(Instead instead) {
    Problem problem = Problem.of("already-paid", 409);
    return switch (instead) {
      case MOVE -> problem;
      case SEND_PAPERS -> problem.when("papers");
      case CHOOSE_SEAT -> problem.when("choose");
      case ASK_OFFICE -> problem.when("office");
      case NOTHING -> problem.when("done");
    };
  }

  private static Problem locked(Status status) {
    Problem problem = Problem.of("locked", 409);
    return switch (status) {
      case AWAITING_PAYMENT -> problem.when("held");
      case CANCELLED -> problem.when("cancelled");
      case DRAFT, READY, CONFIRMED, PAID_UNSCHEDULED, CHECKED_IN, COMPLETED, NO_SHOW -> problem;
    };
  }

  private static Problem wrongStatus(Status status) {
    Problem problem = Problem.of("wrong-status", 409);
    return status == Status.CANCELLED ? problem.when("cancelled") : problem;
  }

  private static Problem tooManyRequests(Duration pause) {
    Problem problem = Problem.of("too-many-requests", 429);
    long minutes = pause.plusSeconds(59).toMinutes();
    return (minutes < 120
            ? problem.when("minutes", minutes)
            : problem.when("hours", pause.plusMinutes(59).toHours()))
        .repeatableAfter(pause);
  }

  private static Problem overtaken(@Nullable SessionId session) {
    Problem problem = Problem.of("overtaken", 409);
    return session == null
        ? problem.member("sessionId", NullNode.instance)
        : problem.when("seat").member("sessionId", TextNode.valueOf(session.toString()));
  }

  private static JsonNode time(@Nullable ZonedDateTime moment) {
    return moment == null ? NullNode.instance : TextNode.valueOf(Times.at(moment));
  }

  private static ArrayNode names(List<DocumentKind> kinds) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    kinds.forEach(kind -> names.add(kind.name()));
    return names;
  }
}
