package id.antrean.aws.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.HoldMessage.Left;
import java.util.Optional;

/**
 * A hold's message as JSON. Readers accept what the deployment before wrote: messages and timers
 * outlive deployments.
 */
public final class HoldMessages {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HoldMessages() {}

  /** The seat that is left is the same application's: its version and session are enough. */
  static ObjectNode write(HoldMessage message) {
    ObjectNode written =
        JSON.createObjectNode()
            .put("schema", 1)
            .put("requestId", CurrentRequest.id())
            .put("applicationId", message.hold().application().value())
            .put("version", message.hold().version())
            .put("sessionId", message.session().toString());
    if (message.left() != null) {
      written
          .putObject("left")
          .put("version", message.left().hold().version())
          .put("sessionId", message.left().session().toString());
    }
    return written;
  }

  /** Empty for what is not a hold's message. */
  public static Optional<HoldMessage> read(String body) {
    try {
      JsonNode message = JSON.readTree(body);
      String id = message.path("applicationId").asText();
      if (!ApplicationId.isValid(id)) {
        return Optional.empty();
      }
      ApplicationId application = new ApplicationId(id);
      Left left = seat(application, message.path("left")).orElse(null);
      return seat(application, message)
          .map(taken -> new HoldMessage(taken.hold(), taken.session(), left));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Left> seat(ApplicationId application, JsonNode written) {
    return written.path("version").canConvertToInt()
        ? SessionId.parse(written.path("sessionId").asText())
            .map(
                session ->
                    new Left(new HoldId(application, written.path("version").intValue()), session))
        : Optional.empty();
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
