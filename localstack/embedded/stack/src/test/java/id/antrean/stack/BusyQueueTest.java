package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antrean.stack.deploy.AwsClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue full of messages does not take the machine from those who wait for an answer. */
class BusyQueueTest {
  private static final int MESSAGES = 200;
  private static final int SHARE = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

  @TempDir Path folder;

  @Test
  void aFewBatchesOfAQueueAreUnderWayHoweverManyWait() throws Exception {
    try (Stack stack = Stack.start(TestProject.in(folder).settings());
        AwsClients aws = RunningStack.awsOf(stack);
        HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < MESSAGES; i++) {
        aws.sqs()
            .sendMessage(
                request -> request.queueUrl(stack.ref("PlainQueue")).messageBody("at the gate"));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> steps().size() >= SHARE);
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(stack.baseUri() + "/v1/things/1")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      Files.createFile(folder.resolve("notes.open"));
      stack.clock().advance(Duration.ofSeconds(61));

      assertThat(mostAtOnce()).isEqualTo(SHARE);
    }
  }

  private List<String> steps() throws IOException {
    Path file = folder.resolve("notes.gate");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private int mostAtOnce() throws IOException {
    int now = 0;
    int most = 0;
    for (String step : steps()) {
      now += step.equals("comes") ? 1 : -1;
      most = Math.max(most, now);
    }
    return most;
  }
}
