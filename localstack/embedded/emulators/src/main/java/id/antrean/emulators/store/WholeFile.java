package id.antrean.emulators.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Replaces a file's whole content at once: a reader, or a restart, sees the old text or the new.
 */
public final class WholeFile {

  private static final AtomicLong SEQUENCE = new AtomicLong();

  private WholeFile() {}

  /**
   * Writes the text, making the folder if missing.
   *
   * @throws UncheckedIOException when the disk refuses
   */
  public static void replace(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + SEQUENCE.incrementAndGet());
    try {
      Files.createDirectories(folder);
      Files.writeString(draft, text);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
