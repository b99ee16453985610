package id.antrean.emulators.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the servers were built: a folder with {@code dynamodb}, {@code elasticmq} and {@code
 * s3proxy}, each holding {@code target/classes} and {@code target/lib}.
 *
 * @param folder normally {@code localstack/embedded/servers}
 */
public record ServerLibraries(Path folder) {

  /**
   * The folder named by the system property {@code antrean.servers}, else {@code
   * localstack/embedded/servers} beside this code or above the working directory.
   *
   * @throws IllegalStateException when there is none
   */
  public static ServerLibraries find() {
    return Optional.ofNullable(System.getProperty("antrean.servers"))
        .map(Path::of)
        .or(() -> above(ownPlace()))
        .or(() -> above(Path.of("").toAbsolutePath()))
        .map(ServerLibraries::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No localstack/embedded/servers folder found; set -Dantrean.servers to it"));
  }

  private static Path ownPlace() {
    return Path.of(
        URI.create(
            ServerLibraries.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static Optional<Path> above(Path start) {
    return Stream.iterate(start, at -> at != null, Path::getParent)
        .map(at -> at.resolve("localstack").resolve("embedded").resolve("servers"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** The folder of a server's third-party jars and native libraries. */
  public Path jars(String server) {
    return folder.resolve(server).resolve("target").resolve("lib");
  }

  /**
   * A server's class path.
   *
   * @throws IllegalStateException when it is not built
   */
  URL[] classPath(String server) {
    Path classes = folder.resolve(server).resolve("target").resolve("classes");
    if (!Files.isDirectory(classes) || !Files.isDirectory(jars(server))) {
      throw new IllegalStateException("Not built: " + folder.resolve(server));
    }
    try (Stream<Path> jars = Files.list(jars(server))) {
      List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
