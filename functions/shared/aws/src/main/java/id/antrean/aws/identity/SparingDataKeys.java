package id.antrean.aws.identity;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spares the master key: one data key seals up to a thousand numbers within ten minutes, and the
 * keys opened last are remembered.
 */
final class SparingDataKeys implements DataKeys {
  private static final int SEALS = 1_000;
  private static final Duration AGE = Duration.ofMinutes(10);
  private static final int REMEMBERED = 50;

  private final DataKeys source;
  private final InstantSource time;
  private final Map<ByteBuffer, byte[]> opened =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };
  private @Nullable DataKey sealing;
  private Instant since = Instant.MIN;
  private int seals;

  SparingDataKeys(DataKeys source, InstantSource time) {
    this.source = source;
    this.time = time;
  }

  @Override
  public synchronized DataKey toSeal() {
    Instant now = time.instant();
    DataKey key = sealing;
    if (key == null || seals >= SEALS || now.isAfter(since.plus(AGE))) {
      key = source.toSeal();
      sealing = key;
      since = now;
      seals = 0;
    }
    seals++;
    return key;
  }

  @Override
  public synchronized byte[] unwrap(byte[] wrapped) {
    return opened.computeIfAbsent(ByteBuffer.wrap(wrapped), unknown -> source.unwrap(wrapped));
  }
}
