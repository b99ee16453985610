package id.antrean.stack.function;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Unpacks code packages once per content into a folder, with the environment redirected in every
 * class. Libraries are kept by their content too, since functions share most of them. Several
 * processes may use the folder at once: whatever appears in it is complete.
 */
final class CodePackages {
  private static final String LAYOUT = "v1";

  private final Path packages;
  private final Path libraries;
  private final ConcurrentHashMap<Path, URL[]> unpacked = new ConcurrentHashMap<>();

  CodePackages(Path folder) throws IOException {
    packages = Files.createDirectories(folder.resolve(LAYOUT).resolve("packages"));
    libraries = Files.createDirectories(folder.resolve(LAYOUT).resolve("libraries"));
  }

  /** The class path of a code package: its root first, then its libraries by name. */
  URL[] classPath(Path zip) throws IOException {
    URL[] known = unpacked.get(zip);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      URL[] path = unpack(zip);
      unpacked.put(zip, path);
      return path;
    }
  }

  private URL[] unpack(Path zip) throws IOException {
    byte[] content = Files.readAllBytes(zip);
    Path target = packages.resolve(digest(content));
    if (!Files.isDirectory(target)) {
      Path fresh = Files.createTempDirectory(packages, "new");
      extract(content, fresh);
      moveInto(fresh, target);
    }
    List<URL> path = new ArrayList<>();
    path.add(url(target.resolve("root")));
    for (String library : Files.readAllLines(target.resolve("libraries"))) {
      path.add(url(libraries.resolve(library)));
    }
    return path.toArray(URL[]::new);
  }

  private void extract(byte[] content, Path target) throws IOException {
    Path root = Files.createDirectories(target.resolve("root"));
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (entry.isDirectory()) {
          continue;
        }
        byte[] bytes = in.readAllBytes();
        if (name.startsWith("lib/") && name.endsWith(".jar")) {
          names.add(library(bytes));
          continue;
        }
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
          throw new IOException("an entry of the code package leaves its folder: " + name);
        }
        Files.createDirectories(file.resolveSibling("."));
        Files.write(
            file,
            name.endsWith(".class") ? EnvironmentRewriter.rewrite(bytes).orElse(bytes) : bytes);
      }
    }
    Files.write(target.resolve("libraries"), names);
  }

  private String library(byte[] jar) throws IOException {
    String name = digest(jar) + ".jar";
    Path target = libraries.resolve(name);
    if (!Files.exists(target)) {
      Path fresh = Files.createTempFile(libraries, "new", ".tmp");
      if (!rewriteInto(jar, fresh)) {
        Files.write(fresh, jar);
      }
      moveInto(fresh, target);
    }
    return name;
  }

  /** Writes the jar with changed classes and without signatures; false if nothing had to change. */
  private static boolean rewriteInto(byte[] jar, Path target) throws IOException {
    boolean changed = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      out.setLevel(0);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (isSignature(name)) {
          continue;
        }
        byte[] bytes = in.readAllBytes();
        Optional<byte[]> redirected =
            name.endsWith(".class") ? EnvironmentRewriter.rewrite(bytes) : Optional.empty();
        changed |= redirected.isPresent();
        out.putNextEntry(new ZipEntry(name));
        out.write(redirected.orElse(bytes));
        out.closeEntry();
      }
    }
    return changed;
  }

  private static boolean isSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && (upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC"));
  }

  private static void moveInto(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process unpacked the same content first; its copy is as good.
      Folders.delete(fresh);
    }
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
