package id.antrean.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import java.util.Optional;

/** Reads a reminder from its message. Fields that are not known are passed over. */
final class ReminderMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The newest shape that is understood; every one before it is too. */
  private static final int SCHEMA = 1;

  private ReminderMessage() {}

  /** Empty for what is no reminder of ours. */
  static Optional<Reminder> read(String body) {
    try {
      JsonNode message = JSON.readTree(body);
      int schema = message.path("schema").asInt();
      String application = message.path("applicationId").asText();
      int attempt = message.path("attempt").asInt();
      return schema >= 1 && schema <= SCHEMA && ApplicationId.isValid(application) && attempt >= 1
          ? Optional.of(
              new Reminder(
                  new ApplicationId(application),
                  attempt,
                  message.path("requestId").asText("unknown")))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
