package id.antrean.senders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * Signatures that are known to be good, as senders publish them or as they were computed from what
 * they publish: {@code payment-vectors.json} beside this class. Each says where it comes from.
 */
public final class Vectors {
  private static final JsonNode ALL = read();

  private Vectors() {}

  public static List<String> ids() {
    return StreamSupport.stream(ALL.spliterator(), false)
        .map(vector -> vector.path("id").asText())
        .toList();
  }

  /** One of them. */
  public static JsonNode of(String id) {
    return StreamSupport.stream(ALL.spliterator(), false)
        .filter(vector -> vector.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode read() {
    try (InputStream file = Vectors.class.getResourceAsStream("payment-vectors.json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
