package id.antrean.aws.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.SessionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be done about a closure, as JSON: everywhere, or in one session. */
public final class ClosureMessages {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ClosureMessages() {}

  /**
   * What a message asks for.
   *
   * @param session null where its sessions are to be looked for first
   */
  public record Asked(OfficeId office, ClosureId closure, @Nullable SessionId session) {}

  static String write(Closure closure, @Nullable SessionId session) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("schema", 1)
            .put("requestId", CurrentRequest.id())
            .put("office", closure.office().value())
            .put("closure", closure.id().value());
    if (session != null) {
      message.put("session", session.toString());
    }
    return message.toString();
  }

  /** Empty for what is none of these. */
  public static Optional<Asked> read(String body) {
    try {
      JsonNode message = JSON.readTree(body);
      String office = message.path("office").asText();
      String closure = message.path("closure").asText();
      Optional<SessionId> session = SessionId.parse(message.path("session").asText());
      return OfficeId.isValid(office)
              && !closure.isEmpty()
              && message.has("session") == session.isPresent()
          ? Optional.of(
              new Asked(new OfficeId(office), new ClosureId(closure), session.orElse(null)))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** The request that the message belongs to, if it says. */
  public static Optional<String> requestId(String body) {
    try {
      return Optional.ofNullable(JSON.readTree(body).path("requestId").textValue());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
