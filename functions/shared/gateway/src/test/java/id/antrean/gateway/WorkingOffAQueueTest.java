package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.domain.Unavailable;
import id.antrean.gateway.ReadMessage.Task;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A message asks for its words, one after the other; "down" fails, and "?" nobody understands. */
class WorkingOffAQueueTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<String> happened = new ArrayList<>();
  private final QueueListener queue =
      new QueueListener(
          "words",
          this::read,
          new EventLog(
              new PrintStream(log, true, StandardCharsets.UTF_8), Clock.systemUTC(), "tried"));

  private Optional<List<Task>> read(QueueMessage message) {
    happened.add("read " + message.id());
    return message.body().equals("?")
        ? Optional.empty()
        : Optional.of(
            Stream.of(message.body().split(" ", -1))
                .map(word -> Task.of(message.errand(), () -> work(word)))
                .toList());
  }

  private void work(String word) {
    if (word.equals("down")) {
      throw new Unavailable("the store");
    }
    happened.add(word);
  }

  @Test
  void aMessageComesAgainWhereAnyOfWhatItAsksForFailsAndTheRestIsDone() {
    assertThatThrownBy(() -> queue.receive(message("m-1", "down a")))
        .isInstanceOf(Unavailable.class);

    assertThat(happened).containsExactly("read m-1", "a");
  }

  @Test
  void aBatchIsReadBeforeAnyOfItIsWorkedOff() {
    assertThat(comeAgain(message("m-1", "a b"), message("m-2", "c"))).isEmpty();

    assertThat(happened).containsExactly("read m-1", "read m-2", "a", "b", "c");
  }

  @Test
  void ofABatchOnlyWhatFailedComesAgain() {
    assertThat(
            comeAgain(
                message("m-1", "down a"),
                message("m-2", "b"),
                message("m-3", "?"),
                message("m-4", "down down")))
        .containsExactly("m-1", "m-4");

    assertThat(happened).contains("a", "b");
    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("m-3"))
        .satisfiesExactly(
            alarm -> assertThat(alarm).contains("\"message-unknown\"", "\"ERROR\""),
            line -> assertThat(line).contains("\"outcome\":\"not-understood\""));
  }

  private List<String> comeAgain(SQSMessage... batch) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(batch));
    return queue.receive(event).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }
}
