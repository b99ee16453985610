package id.antrean.stack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.store.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far each function has read each shard, in a file: what a restart goes on from. Written when a
 * batch is handled, so that a killed stack hands over again at most what was under way.
 */
public final class StreamPositions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final ObjectNode positions;

  private StreamPositions(Path file, ObjectNode positions) {
    this.file = file;
    this.positions = positions;
  }

  /** The positions in the file; none if it is not there. */
  public static StreamPositions keptIn(Path file) {
    try {
      boolean kept = Files.exists(file);
      return new StreamPositions(
          file,
          kept ? (ObjectNode) JSON.readTree(Files.readString(file)) : JSON.createObjectNode());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " holds no positions", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last record of the shard that the function is done with. */
  synchronized Optional<String> of(String function, String shardId) {
    return Optional.ofNullable(positions.path(function).path(shardId).textValue());
  }

  synchronized void set(String function, String shardId, String sequenceNumber) {
    positions.withObject("/" + function).put(shardId, sequenceNumber);
    WholeFile.replace(file, positions.toString());
  }

  /** What came after it is not there any more. */
  synchronized void forget(String function, String shardId) {
    positions.withObject("/" + function).remove(shardId);
    WholeFile.replace(file, positions.toString());
  }
}
