package id.antrean.acceptance.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What a stack keeps in its folder, as a file that one version hands to the next: with the business
 * time at which it was left, which whoever goes on with it begins at.
 */
public final class KeptFolder {
  /** By how much business time is ahead of the machine's, which is never less than nothing. */
  private static final String LEAD = "clock.txt";

  private static final String LEFT_AT = "left-at.txt";

  private final Path folder;

  public KeptFolder(Path folder) {
    this.folder = folder;
  }

  /** A stack on it believes that it is so late, which must not be past. */
  public void beginAt(Instant moment) throws IOException {
    Files.writeString(folder.resolve(LEAD), Duration.between(Instant.now(), moment).toString());
  }

  /** Fills it with what was packed, and lets time go on where it stood. */
  public void unpack(InputStream packed) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(packed)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    beginAt(Instant.parse(Files.readString(folder.resolve(LEFT_AT))));
  }

  /** Packs what a stack that has ended left at that moment. */
  public void pack(Instant leftAt, Path file) throws IOException {
    Files.writeString(folder.resolve(LEFT_AT), leftAt.toString());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Path each : files()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(each).toString()));
        Files.copy(each, zip);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
