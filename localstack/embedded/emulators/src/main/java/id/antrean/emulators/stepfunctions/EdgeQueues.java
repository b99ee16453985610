package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.Service;
import id.antrean.emulators.edge.Edge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Sends through the edge, in the machine's name, so that faults reach state machines too. */
public final class EdgeQueues implements QueueSender {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/x-amz-json-1.0",
          "x-amz-target", "AmazonSQS.SendMessage");

  private final Edge edge;

  /** Sends through this edge. */
  public EdgeQueues(Edge edge) {
    this.edge = edge;
  }

  @Override
  public Sent send(String machine, JsonNode message) {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    return edge.answer(
            new AwsCall(
                Service.SQS, "SendMessage", Optional.of(machine), "POST", "/", HEADERS, body))
        .map(EdgeQueues::read)
        .orElseGet(() -> new Sent.Refused("SQS.SdkClientException", "No answer from SQS"));
  }

  private static Sent read(AwsAnswer answer) {
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (IOException e) {
      return new Sent.Refused("SQS.SdkClientException", "An unreadable answer from SQS");
    }
    if (answer.status() == 200) {
      return new Sent.Accepted(body);
    }
    String type = body.path("__type").asText("SqsException");
    return new Sent.Refused(
        "SQS." + type.substring(type.lastIndexOf('#') + 1), body.path("message").asText());
  }
}
