package id.antrean.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.antrean.domain.Refusal;
import id.antrean.domain.document.DocumentKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The domain's refusals as problems: the only place that says which is which. */
final class Refusals {

  private Refusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound() -> Problem.of("not-found", 404);
      case Refusal.UnknownSession() -> Problem.of("unknown-session", 404);
      case Refusal.SoldOut(Instant heldUntil) ->
          Problem.of("sold-out", 409).member("heldUntil", time(heldUntil));
      case Refusal.SessionClosed() -> Problem.of("session-closed", 409);
      case Refusal.NotOpenYet(Instant opensAt) ->
          Problem.of("not-open-yet", 409, Times.at(opensAt)).member("opensAt", time(opensAt));
      case Refusal.TooLate(Instant until) ->
          Problem.of("too-late", 409, Times.at(until)).member("until", time(until));
      case Refusal.NotReady(List<DocumentKind> missing) ->
          Problem.of("not-ready", 409).member("missing", names(missing));
      case Refusal.Identity(var verdict) ->
          Problem.of("identity", 409).member("verdict", TextNode.valueOf(verdict.name()));
      case Refusal.OtherFee() -> Problem.of("other-fee", 409);
      case Refusal.NikHasBooking() -> Problem.of("nik-has-booking", 409);
      case Refusal.TooManyHolds(Instant until) ->
          Problem.of("too-many-holds", 409).member("until", time(until));
      case Refusal.Pause(Instant until) ->
          Problem.of("pause", 409, Times.at(until)).member("until", time(until));
      case Refusal.RescheduleLimit(int limit) ->
          Problem.of("reschedule-limit", 409, limit).member("limit", IntNode.valueOf(limit));
      case Refusal.AlreadyPaid() -> Problem.of("already-paid", 409);
      case Refusal.Locked() -> Problem.of("locked", 409);
      case Refusal.WrongStatus() -> Problem.of("wrong-status", 409);
      case Refusal.Stale(int version) ->
          Problem.of("stale", 412).member("version", IntNode.valueOf(version));
      case Refusal.KeyReused() -> Problem.of("key-reused", 422);
    };
  }

  private static JsonNode time(@Nullable Instant instant) {
    return instant == null ? NullNode.instance : TextNode.valueOf(Times.at(instant));
  }

  private static ArrayNode names(List<DocumentKind> kinds) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    kinds.forEach(kind -> names.add(kind.name()));
    return names;
  }
}
