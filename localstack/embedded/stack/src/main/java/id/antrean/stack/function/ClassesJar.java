package id.antrean.stack.function;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * All classes of a code package in one uncompressed jar, their environment redirected. Looking for
 * each of thousands of classes in a hundred compressed jars is a large part of a function's start.
 */
final class ClassesJar implements AutoCloseable {
  private static final Pattern CLASS =
      Pattern.compile("(?:META-INF/versions/(\\d+)/)?(.+\\.class)");
  private static final int RELEASE = Runtime.version().feature();

  private final ZipOutputStream out;
  private final Set<String> written = new HashSet<>();

  ClassesJar(Path file) throws IOException {
    out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    out.setMethod(ZipOutputStream.STORED);
  }

  /** Adds one class; the first of a name stays, as on a class path. */
  void add(String name, byte[] bytes) throws IOException {
    if (!written.add(name)) {
      return;
    }
    byte[] redirected = EnvironmentRewriter.rewrite(bytes).orElse(bytes);
    CRC32 crc = new CRC32();
    crc.update(redirected);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(redirected.length);
    entry.setCrc(crc.getValue());
    out.putNextEntry(entry);
    out.write(redirected);
    out.closeEntry();
  }

  /** Adds a library's classes, of those for several releases of Java the newest that runs here. */
  void addAllOf(byte[] jar) throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    Map<String, Integer> releases = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Matcher name = CLASS.matcher(entry.getName());
        if (name.matches()) {
          int release = name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
          if (release <= RELEASE && release >= releases.getOrDefault(name.group(2), 0)) {
            releases.put(name.group(2), release);
            classes.put(name.group(2), in.readAllBytes());
          }
        }
      }
    }
    for (Map.Entry<String, byte[]> one : classes.entrySet()) {
      add(one.getKey(), one.getValue());
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
