package id.antrean.stack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes every event into the file named by NOTES. Of queue messages it reports those whose body
 * says {@code fail}, of a stream's records those whose key does, and fails as a whole for one that
 * says {@code crash}, or for the first time {@code stumble}. {@code at the gate} makes it wait.
 */
public final class Notes implements RequestStreamHandler {
  private static final Pattern MESSAGE =
      Pattern.compile("\"messageId\":\"([^\"]+)\".*?\"body\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern RECORD =
      Pattern.compile("\"Keys\":\\{\"id\":\\{\"S\":\"([^\"]*)\"}}.*?\"SequenceNumber\":\"(\\d+)\"");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\n", " ");
    Path notes = Path.of(System.getenv("NOTES"));
    boolean stumbles =
        event.contains("stumble")
            && !(Files.exists(notes) && Files.readAllLines(notes).contains(event));
    Files.writeString(notes, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (stumbles) {
      throw new IOException("it went wrong by chance");
    }
    if (event.contains("at the gate")) {
      passTheGate();
    }
    List<String> failures = new ArrayList<>();
    Matcher message = MESSAGE.matcher(event);
    while (message.find()) {
      if (message.group(2).contains("crash")) {
        throw new IOException("a message asked for a crash");
      }
      if (message.group(2).contains("fail")) {
        failures.add("{\"itemIdentifier\":\"" + message.group(1) + "\"}");
      }
    }
    Matcher record = RECORD.matcher(event);
    while (record.find()) {
      if (record.group(1).contains("crash")) {
        throw new IOException("a record asked for a crash");
      }
      if (record.group(1).contains("fail")) {
        failures.add("{\"itemIdentifier\":\"" + record.group(2) + "\"}");
      }
    }
    output.write(
        ("{\"batchItemFailures\":[" + String.join(",", failures) + "]}")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Notes that it has come, waits until it may pass or the test is over, notes that it goes. */
  private static void passTheGate() throws IOException {
    note("comes");
    Path open = Path.of(System.getenv("NOTES") + ".open");
    while (!Files.exists(open) && Files.exists(gate())) {
      Thread.onSpinWait();
    }
    note("goes");
  }

  private static void note(String step) throws IOException {
    Files.writeString(gate(), step + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static Path gate() {
    return Path.of(System.getenv("NOTES") + ".gate");
  }
}
