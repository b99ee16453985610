package id.antrean.memory;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Events as AWS sends them, from a test's own {@code events/}, read as Quarkus reads them for a
 * function: whatever a type does not know is passed over, and names are told without their case.
 */
public final class SampleEvents {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .build();

  private SampleEvents() {}

  /** The event in that file, as the type that a function takes. */
  public static <T> T read(String file, Class<T> type) {
    try (InputStream event = ClassLoader.getSystemResourceAsStream("events/" + file)) {
      if (event == null) {
        throw new FileNotFoundException("events/" + file);
      }
      return JSON.readValue(event, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
