package id.antrean.stack.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks code packages once per content into a folder. Libraries are kept by their content too,
 * since functions share most of them. Several processes may use the folder at once: whatever
 * appears in it is complete.
 */
final class CodePackages {
  private static final String LAYOUT = "v4";
  private static final int KEPT = 2;

  private final Path packages;
  private final Path libraries;
  private final ConcurrentHashMap<Path, Unpacked> unpacked = new ConcurrentHashMap<>();

  CodePackages(Path folder) throws IOException {
    packages = Files.createDirectories(folder.resolve(LAYOUT).resolve("packages"));
    libraries = Files.createDirectories(folder.resolve(LAYOUT).resolve("libraries"));
  }

  /**
   * A code package as it lies in the folder.
   *
   * @param redirected all its classes in one jar, reading the environment that a loader gives them
   * @param root what is not in a library, as it came
   * @param libraries as they came
   */
  record Unpacked(Path redirected, Path root, List<Path> libraries) {}

  /** For a loader in this process: the redirected classes, then what else there is. */
  URL[] classPath(Path zip) throws IOException {
    Unpacked code = unpacked(zip);
    List<URL> path = new ArrayList<>();
    path.add(code.redirected().toUri().toURL());
    path.add(code.root().toUri().toURL());
    for (Path library : code.libraries()) {
      path.add(library.toUri().toURL());
    }
    return path.toArray(URL[]::new);
  }

  /** The package, unpacked. */
  Unpacked unpacked(Path zip) throws IOException {
    try {
      return unpacked.computeIfAbsent(zip, this::unpackUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Unpacked unpackUnchecked(Path zip) {
    try {
      return unpack(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + zip, e);
    }
  }

  private Unpacked unpack(Path zip) throws IOException {
    byte[] content = Files.readAllBytes(zip);
    Path versions = packages.resolve(digest(zip.toString().getBytes(UTF_8)));
    Path target = versions.resolve(digest(content));
    if (Files.isDirectory(target)) {
      Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
    } else {
      Files.createDirectories(versions);
      Path fresh = Files.createTempDirectory(packages, "new");
      extract(content, fresh);
      moveInto(fresh, target);
      forgetOlder(versions);
    }
    List<Path> own = new ArrayList<>();
    for (String library : Files.readAllLines(target.resolve("libraries"))) {
      own.add(libraries.resolve(library));
    }
    return new Unpacked(target.resolve("classes.jar"), target.resolve("root"), List.copyOf(own));
  }

  private void extract(byte[] content, Path target) throws IOException {
    Path root = Files.createDirectories(target.resolve("root"));
    List<String> names = new ArrayList<>();
    try (ClassesJar classes = new ClassesJar(target.resolve("classes.jar"));
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (entry.isDirectory()) {
          continue;
        }
        byte[] bytes = in.readAllBytes();
        if (name.startsWith("lib/") && name.endsWith(".jar")) {
          classes.addAllOf(bytes);
          names.add(library(bytes));
        } else {
          if (name.endsWith(".class")) {
            classes.add(name, bytes);
          }
          write(root, name, bytes);
        }
      }
    }
    Files.write(target.resolve("libraries"), names);
  }

  private static void write(Path root, String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("an entry of the code package leaves its folder: " + name);
    }
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
    if (name.equals(CodePackage.BOOTSTRAP) && !file.toFile().setExecutable(true)) {
      throw new IOException("cannot be made a program: " + file);
    }
  }

  private String library(byte[] jar) throws IOException {
    String name = digest(jar) + ".jar";
    Path target = libraries.resolve(name);
    if (!Files.exists(target)) {
      Path fresh = Files.createTempFile(libraries, "new", ".tmp");
      Files.write(fresh, jar);
      moveInto(fresh, target);
    }
    return name;
  }

  /** A rebuilt function leaves its former package behind; one is kept for a stack still running. */
  private static void forgetOlder(Path versions) throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> all = Files.list(versions)) {
      newestFirst = all.sorted(Comparator.comparing(CodePackages::lastUse).reversed()).toList();
    }
    for (Path old : newestFirst.stream().skip(KEPT).toList()) {
      Folders.delete(old);
    }
  }

  private static FileTime lastUse(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.from(Instant.EPOCH);
    }
  }

  private static void moveInto(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process unpacked the same content first; its copy is as good.
      Folders.delete(fresh);
    }
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
