package id.antrean.senders.snap;

import id.antrean.domain.payment.SenderUse;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Request;
import id.antrean.senders.Door;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What the doors of the standard's services have in common. */
abstract sealed class SnapDoor implements Door permits TokenDoor, InquiryDoor, NotifyDoor {
  private static final int LONGEST_EXTERNAL_ID = 36;
  private final SnapService service;
  private final Function<String, SnapPartner> partners;
  private final AccessTokens tokens;

  SnapDoor(SnapService service, Function<String, SnapPartner> partners, AccessTokens tokens) {
    this.service = service;
    this.partners = partners;
    this.tokens = tokens;
  }

  final SnapService service() {
    return service;
  }

  final AccessTokens tokens() {
    return tokens;
  }

  @Override
  public final String resource() {
    return service.resource();
  }

  @Override
  public final Heard hear(Request request, Instant now) {
    SnapPartner partner = partners.apply(request.parameter("partner"));
    return partner.isKnown()
        ? hear(new SnapCall(request, service, partner), now)
        : new Unbelieved(
            Why.UNKNOWN_CLIENT,
            SnapResponse.UNKNOWN_PARTNER.answer(service, "no partner has this path", now));
  }

  abstract Heard hear(SnapCall call, Instant now);

  /** What every call but that for a token needs; empty for one that is the partner's. */
  final Optional<Heard> refused(SnapCall call, Instant now) {
    Optional<Why> why = call.whyNot(tokens, now);
    if (why.isPresent()) {
      return Optional.of(unbelieved(why.get(), now));
    }
    String id = call.header("X-EXTERNAL-ID");
    boolean usable =
        id.length() <= LONGEST_EXTERNAL_ID && id.chars().allMatch(c -> c > ' ' && c <= '~');
    if (id.isEmpty()) {
      return Optional.of(missing("X-EXTERNAL-ID", now));
    }
    return usable
        ? Optional.empty()
        : Optional.of(
            new Answered(SnapResponse.INVALID_FORMAT.answer(service, "X-EXTERNAL-ID", now)));
  }

  final Answered missing(String field, Instant now) {
    return new Answered(SnapResponse.MISSING_FIELD.answer(service, field, now));
  }

  final Unbelieved unbelieved(Why why, Instant now) {
    SnapResponse response =
        why == Why.WRONG_TOKEN ? SnapResponse.INVALID_TOKEN : SnapResponse.UNAUTHORIZED;
    return new Unbelieved(why, response.answer(service, sentence(why), now));
  }

  /** In English, as the standard's own messages are. */
  private static String sentence(Why why) {
    return switch (why) {
      case UNREADABLE_TIMESTAMP ->
          "X-TIMESTAMP has to be as 2026-12-07T08:00:00+07:00, with an offset";
      case TIMESTAMP_TOO_OLD -> "X-TIMESTAMP is more than five minutes ago: sign each attempt anew";
      case TIMESTAMP_TOO_NEW -> "X-TIMESTAMP is more than five minutes ahead: check your clock";
      case MISSING_SIGNATURE -> "X-SIGNATURE is missing";
      case UNKNOWN_CLIENT -> "X-CLIENT-KEY is not this partner's";
      case WRONG_TOKEN -> "the access token is not this partner's, or is over";
      case WRONG_SIGNATURE, MISSING_HEADER, UNREADABLE_BODY ->
          "X-SIGNATURE does not fit method, path, body and X-TIMESTAMP under a key that is valid now";
    };
  }

  /** A partner uses an external id for one request of its day; the day is that of Jakarta. */
  final Use externalId(SnapCall call, Instant now) {
    String day = now.atOffset(SenderTimes.WIB).toLocalDate().toString();
    return new Use(
        new SenderUse(
            "snap#" + call.partner().name() + "#" + day + "#" + call.header("X-EXTERNAL-ID"),
            service.code() + "." + call.bodyDigest(),
            now.plus(Duration.ofDays(2))),
        SnapResponse.CONFLICT.answer(
            service, "X-EXTERNAL-ID was used today with another request", now));
  }

  @Override
  public final Answer refusal(Trouble trouble, Request request, Instant now) {
    return switch (trouble) {
      case TOO_LARGE -> SnapResponse.TOO_LARGE.answer(service, "the body is over 256 KB", now);
      case TOO_MANY -> SnapResponse.TOO_MANY.answer(service, now);
      case UNAVAILABLE -> SnapResponse.INTERNAL.answer(service, "please come again", now);
    };
  }
}
