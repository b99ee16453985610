package id.antrean.senders.snap;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.senders.SenderJson;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where a partner gets its access token: service 73. */
final class TokenDoor extends SnapDoor {
  TokenDoor(Function<String, SnapPartner> partners, AccessTokens tokens) {
    super(SnapService.TOKEN, partners, tokens);
  }

  @Override
  Heard hear(SnapCall call, Instant now) {
    if (call.header("X-CLIENT-KEY").isEmpty()) {
      return missing("X-CLIENT-KEY", now);
    }
    Optional<Why> why = call.whyNoToken(now);
    if (why.isPresent()) {
      return unbelieved(why.get(), now);
    }
    Optional<JsonNode> body =
        SenderJson.object(new String(call.request().body(), StandardCharsets.UTF_8));
    if (body.isEmpty()) {
      return new Answered(
          SnapResponse.BAD_REQUEST.answer(service(), "the body is not a JSON object", now));
    }
    String grant = body.get().path("grantType").asText("");
    if (grant.isEmpty()) {
      return missing("grantType", now);
    }
    if (!grant.equals("client_credentials")) {
      return new Answered(SnapResponse.INVALID_FORMAT.answer(service(), "grantType", now));
    }
    return new Answered(
        SnapResponse.SUCCESSFUL.answer(
            new SnapTokenView(
                SnapResponse.SUCCESSFUL.code(service()),
                SnapResponse.SUCCESSFUL.message(),
                tokens().issue(call.partner().name(), now),
                "Bearer",
                Long.toString(AccessTokens.LIFE.toSeconds())),
            now));
  }
}
