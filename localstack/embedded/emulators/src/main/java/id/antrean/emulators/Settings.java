package id.antrean.emulators;

import id.antrean.emulators.clock.MovableClock;
import id.antrean.emulators.servers.ServerLibraries;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to start an {@link EmbeddedAws}.
 *
 * @param host the address S3 listens on, written into pre-signed URLs; all else listens on loopback
 * @param data the folder that keeps tables, queues, objects, executions, secrets and keys over
 *     restarts; empty: everything is forgotten
 * @param edgePort the port of the edge, 0 for any free one
 * @param s3Port the port of S3, 0 for any free one
 * @param clock business time, by which queue delays and state machines run
 * @param libraries where the servers' jars are
 */
public record Settings(
    String host,
    Optional<Path> data,
    int edgePort,
    int s3Port,
    MovableClock clock,
    ServerLibraries libraries) {

  /** On loopback, any free ports, nothing kept, the clock at the system's. */
  public static Settings inMemory() {
    return new Settings(
        "127.0.0.1", Optional.empty(), 0, 0, MovableClock.inMemory(), ServerLibraries.find());
  }

  /** On loopback, any free ports, everything (the clock's lead too) kept in the folder. */
  public static Settings keptIn(Path data) {
    return new Settings(
        "127.0.0.1",
        Optional.of(data),
        0,
        0,
        MovableClock.keptIn(data.resolve("clock.txt")),
        ServerLibraries.find());
  }
}
