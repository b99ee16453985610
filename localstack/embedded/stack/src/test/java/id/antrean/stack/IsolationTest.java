package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antrean.stack.function.Hosting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that loops or needs all memory takes no other route with it. */
class IsolationTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path folder;
  private final List<String> console = new CopyOnWriteArrayList<>();

  private Stack start(Hosting hosting) {
    return Stack.start(project().settings().withHosting(hosting).withConsole(console::add));
  }

  /** With time to start a process in, and to look for memory in vain, on a busy machine. */
  private TestProject project() {
    TestProject project = TestProject.in(folder);
    Path template = folder.resolve("template.yaml");
    try {
      Files.writeString(
          template, Files.readString(template).replace("    Timeout: 2\n", "    Timeout: 15\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return project;
  }

  private static CompletableFuture<HttpResponse<String>> asks(Stack stack, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.baseUri() + "/v1/things/" + path))
            .header("X-Needed", "1")
            .build();
    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static int status(Stack stack, String path) {
    return asks(stack, path).join().statusCode();
  }

  private static String logOfFirst(Stack stack) throws IOException {
    return Files.readString(stack.logs().resolve("FirstFunction.log"));
  }

  @Test
  void oneThatLoopsInTheStacksProcessRunsApartFromThenOn() throws IOException {
    try (Stack stack = start(Hosting.IN_PROCESS)) {
      CompletableFuture<HttpResponse<String>> looping = asks(stack, "1?act=loop");

      assertThat(status(stack, "special?month=1")).as("its neighbour").isEqualTo(200);
      assertThat(looping.join().statusCode()).isEqualTo(503);
      assertThat(logOfFirst(stack)).contains("Sandbox.Timedout");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> console.stream().anyMatch(line -> line.contains("process of its own")));
      assertThat(status(stack, "1")).as("the same function again").isEqualTo(200);
      assertThat(status(stack, "1?act=loop")).as("killed at its limit").isEqualTo(503);
      assertThat(status(stack, "1")).isEqualTo(200);
      assertThat(status(stack, "special?month=1")).isEqualTo(200);
    }
  }

  @Test
  void oneThatNeedsAllMemoryRunsApartFromThenOn() throws IOException {
    try (Stack stack = start(Hosting.IN_PROCESS)) {
      assertThat(status(stack, "1?act=allocate")).isEqualTo(503);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> console.stream().anyMatch(line -> line.contains("ran out of memory")));
      assertThat(status(stack, "1?act=allocate")).as("in a process").isEqualTo(503);
      assertThat(logOfFirst(stack)).contains("Runtime.OutOfMemory");
      assertThat(status(stack, "1")).isEqualTo(200);
      assertThat(status(stack, "special?month=1")).isEqualTo(200);
    }
  }

  @Test
  void processesAnswerAsTheStacksOwnProcessDoes() throws IOException {
    try (Stack stack = start(Hosting.PROCESSES)) {
      HttpResponse<String> answer = asks(stack, "1").join();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"who\":\"first\"", "\"same\":true", "\"path\":\"/usr/local/bin");
      assertThat(status(stack, "special?month=1")).isEqualTo(200);
      for (String act : List.of("malformed", "fail")) {
        assertThat(status(stack, "1?act=" + act)).as(act).isEqualTo(503);
      }
      assertThat(logOfFirst(stack)).contains("echoed for first", "it was asked to fail");
    }
  }

  @Test
  void eventsAtOnceAreTakenByAProcessEach() throws IOException {
    try (Stack stack = start(Hosting.PROCESSES)) {
      // One process is there from the start; the second takes longer to start than the first may
      // wait for it, so both are made busy until they meet.
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  Stream.of(asks(stack, "1?act=meet"), asks(stack, "2?act=meet"))
                      .map(CompletableFuture::join)
                      .allMatch(answer -> answer.statusCode() == 200));
      assertThat(Files.readAllLines(folder.resolve("notes.meeting")).stream().distinct())
          .hasSizeGreaterThan(1);
    }
  }

  @Test
  void theStackEndsWhileFunctionsLoopAndTakesTheirProcessesWithIt() throws IOException {
    Stack stack = start(Hosting.PROCESSES);
    // Of its own: a client that keeps connections asks again on another, which nobody answers.
    try (Socket asking = new Socket(stack.baseUri().getHost(), stack.baseUri().getPort())) {
      asking.setSoTimeout(20_000);
      asking
          .getOutputStream()
          .write(
              "GET /v1/things/1?act=loop HTTP/1.1\r\nHost: %s\r\nX-Needed: 1\r\n\r\n"
                  .formatted(stack.baseUri().getAuthority())
                  .getBytes(StandardCharsets.US_ASCII));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Files.exists(folder.resolve("notes.looping")));
      List<ProcessHandle> processes = processes();
      assertThat(processes).isNotEmpty();

      stack.close();

      assertThat(statusFrom(asking)).as("0 where nothing was said").isIn(0, 500, 502, 503, 504);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(processes)
                      .filteredOn(ProcessHandle::isAlive)
                      .extracting(ProcessHandle::info)
                      .isEmpty());
    }
    assertThat(console).isEmpty();
  }

  /** Those of this test's stack, and what they started; another stack may run in this JVM. */
  private List<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process.info().arguments().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(argument -> argument.contains(folder.toString())))
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .toList();
  }

  /** The answer's, once the other side has closed the connection; 0 where there is none. */
  private static int statusFrom(Socket asking) throws IOException {
    String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
