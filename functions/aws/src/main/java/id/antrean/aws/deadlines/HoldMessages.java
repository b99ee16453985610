package id.antrean.aws.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.booking.HoldId;
import id.antrean.domain.booking.HoldMessage;
import id.antrean.domain.office.SessionId;
import java.util.Optional;

/**
 * A hold's message as JSON. Readers accept what the deployment before wrote: messages and timers
 * outlive deployments.
 */
public final class HoldMessages {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HoldMessages() {}

  static ObjectNode write(HoldId hold, SessionId session) {
    return JSON.createObjectNode()
        .put("schema", 1)
        .put("requestId", CurrentRequest.id())
        .put("applicationId", hold.application().value())
        .put("version", hold.version())
        .put("sessionId", session.toString());
  }

  /** Empty for what is not a hold's message. */
  public static Optional<HoldMessage> read(String body) {
    try {
      JsonNode message = JSON.readTree(body);
      String application = message.path("applicationId").asText();
      Optional<SessionId> session = SessionId.parse(message.path("sessionId").asText());
      return ApplicationId.isValid(application)
              && message.path("version").canConvertToInt()
              && session.isPresent()
          ? Optional.of(
              new HoldMessage(
                  new HoldId(new ApplicationId(application), message.path("version").intValue()),
                  session.get()))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** The request that the message belongs to. */
  public static String requestId(String body) {
    try {
      return JSON.readTree(body).path("requestId").asText("none");
    } catch (JsonProcessingException notJson) {
      return "none";
    }
  }
}
