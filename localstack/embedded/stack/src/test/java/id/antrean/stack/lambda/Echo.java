package id.antrean.stack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Answers a request with its own event and environment, or as its query asks. */
public final class Echo implements RequestStreamHandler {
  private static final String OWN_FILE = "id/antrean/stack/lambda/Echo.class";

  static volatile long[] allocated = new long[0];

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    output.write(answer(event).getBytes(StandardCharsets.UTF_8));
  }

  private static String answer(String event) throws IOException {
    if (event.contains("\"act\":\"malformed\"")) {
      return "just text";
    }
    if (event.contains("\"act\":\"fail\"")) {
      throw new IOException("it was asked to fail");
    }
    if (event.contains("\"act\":\"where\"")) {
      // As frameworks find their own files: every address has to be one that can be read.
      List<String> where = new ArrayList<>();
      for (URL own :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(OWN_FILE))) {
        where.add("\"" + Path.of(URI.create(own.toString())) + "\"");
      }
      return where.toString();
    }
    if (event.contains("\"act\":\"binary\"")) {
      return "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"image/png\",\"X-One\":\"1\"},"
          + "\"multiValueHeaders\":{\"X-Many\":[\"a\",\"b\"]},"
          + "\"body\":\"AAECAw==\",\"isBase64Encoded\":true}";
    }
    if (event.contains("\"act\":\"hang\"")) {
      hang();
    }
    if (event.contains("\"act\":\"loop\"")) {
      loop();
    }
    if (event.contains("\"act\":\"allocate\"")) {
      allocated = new long[Integer.MAX_VALUE - 8];
    }
    if (event.contains("\"act\":\"meet\"")) {
      meet();
    }
    String who = Optional.of("WHO").map(System::getenv).orElse("nobody");
    boolean same = who.equals(System.getenv("WHO")) && who.equals(System.getenv().get("WHO"));
    System.out.println("echoed for " + who);
    String body =
        "{\"who\":\"%s\",\"same\":%b,\"path\":\"%s\",\"event\":%s}"
            .formatted(who, same, System.getenv("PATH"), event);
    return "{\"statusCode\":200,\"body\":\"%s\"}"
        .formatted(body.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /** Hears no interruption; it goes on as long as the test's own folder is there. */
  private static void loop() throws IOException {
    Path looping = Path.of(System.getenv("NOTES") + ".looping");
    Files.writeString(looping, "");
    while (Files.exists(looping)) {
      Thread.onSpinWait();
    }
  }

  /** Waits until another event is here at the same time. */
  private static void meet() throws IOException {
    Path meeting = Path.of(System.getenv("NOTES") + ".meeting");
    Files.writeString(
        meeting,
        ProcessHandle.current().pid() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    while (Files.readAllLines(meeting).size() < 2) {
      Thread.onSpinWait();
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
