package id.antrean.cli.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One function's log, read on from where the last look ended. */
final class LogFile {
  private final Path file;
  private final String function;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;
  private Instant last = Instant.EPOCH;

  LogFile(Path file) {
    this.file = file;
    this.function = file.getFileName().toString().replaceFirst("(Function)?\\.log$", "");
  }

  /** The whole lines that have come since. */
  List<LogLine> news() throws IOException {
    List<LogLine> lines = new ArrayList<>();
    for (byte one : unread()) {
      if (one == '\n') {
        LogLine line = LogLine.read(function, unfinished.toString(StandardCharsets.UTF_8), last);
        last = line.at();
        lines.add(line);
        unfinished.reset();
      } else {
        unfinished.write(one);
      }
    }
    return lines;
  }

  private byte[] unread() throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      if (content.length() < position) {
        // Another stack has begun it anew.
        position = 0;
        unfinished.reset();
      }
      byte[] bytes = new byte[Math.toIntExact(content.length() - position)];
      content.seek(position);
      content.readFully(bytes);
      position += bytes.length;
      return bytes;
    }
  }
}
