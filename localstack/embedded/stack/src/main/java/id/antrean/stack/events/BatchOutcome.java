package id.antrean.stack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.deploy.QueueMapping;
import id.antrean.stack.function.Invocation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Which messages of a batch count as handled. Without {@code ReportBatchItemFailures} a call that
 * did not fail handles all of them; with it, those that the answer does not list; an answer that
 * cannot be understood fails the whole batch.
 */
final class BatchOutcome {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchOutcome() {}

  static List<Message> handled(
      QueueMapping mapping, List<Message> messages, Invocation invocation) {
    return switch (invocation) {
      case Invocation.Answered answered ->
          mapping.reportsFailures() ? notListed(messages, answered.payload()) : messages;
      case Invocation.Failed _, Invocation.Throttled _ -> List.of();
    };
  }

  private static List<Message> notListed(List<Message> messages, String payload) {
    if (payload.isBlank()) {
      return messages;
    }
    Set<String> known = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    Set<String> failed = new HashSet<>();
    try {
      JsonNode answer = JSON.readTree(payload);
      for (JsonNode failure : answer.path("batchItemFailures")) {
        String id = failure.path("itemIdentifier").asText();
        if (!known.contains(id)) {
          return List.of();
        }
        failed.add(id);
      }
    } catch (JsonProcessingException e) {
      return List.of();
    }
    return messages.stream().filter(message -> !failed.contains(message.messageId())).toList();
  }
}
