package id.antrean.stack.function;

import id.antrean.stack.watch.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What one function prints: every line into its own file, errors also to the developer's console
 * with the function's name before them.
 */
final class FunctionLog implements AutoCloseable {
  private static final int REMEMBERED = 25;
  private static final Pattern ERROR =
      Pattern.compile("\"level\"\\s*:\\s*\"(ERROR|FATAL|SEVERE)\"|\\b(ERROR|FATAL|SEVERE)\\b");

  private final String function;
  private final Path file;
  private final Consumer<String> console;
  private final Watch watch;
  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Deque<String> last = new ArrayDeque<>();
  private boolean closed;

  FunctionLog(String function, Path folder, Consumer<String> console, Watch watch) {
    this.function = function;
    this.console = console;
    this.watch = watch;
    this.file = folder.resolve(function + ".log");
    try {
      Files.createDirectories(folder);
      this.out = Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the log " + file, e);
    }
  }

  synchronized void write(byte[] bytes, int offset, int length) {
    if (closed) {
      return;
    }
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        endLine();
      } else if (bytes[i] != '\r') {
        line.write(bytes[i]);
      }
    }
  }

  /** Writes a whole line. */
  void tell(String text) {
    byte[] whole = (text + "\n").getBytes(StandardCharsets.UTF_8);
    write(whole, 0, whole.length);
  }

  private void endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    try {
      out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      console.accept(function + " | its log cannot be written: " + file);
    }
    last.addLast(text);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
    watch.printed(text);
    if (ERROR.matcher(text).find()) {
      console.accept(function + " | " + text);
    }
  }

  synchronized List<String> lastLines() {
    return List.copyOf(last);
  }

  Path file() {
    return file;
  }

  @Override
  public synchronized void close() {
    if (line.size() > 0) {
      endLine();
    }
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
