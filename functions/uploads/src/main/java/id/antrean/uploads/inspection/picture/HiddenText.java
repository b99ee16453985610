package id.antrean.uploads.inspection.picture;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The packed texts and colour profiles beside a PNG's pixels, of which some viewers unpack all.
 * What they unpack to is counted and thrown away.
 */
final class HiddenText implements AutoCloseable {
  /** All of a file's together; real profiles stay below three. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final int TEXT = PngInspection.type("zTXt");
  private static final int UNICODE_TEXT = PngInspection.type("iTXt");
  private static final int PROFILE = PngInspection.type("iCCP");

  private final byte[] piece = new byte[16 * 1024];
  private final Inflater inflater = new Inflater();
  private long counted;

  /** Whether this chunk makes it more than a paper's picture carries. */
  boolean isTooLong(int type, ByteBuffer data) {
    if (type == TEXT || type == PROFILE) {
      skipWord(data);
      skipByte(data);
      count(data);
    } else if (type == UNICODE_TEXT) {
      skipWord(data);
      boolean packed = data.hasRemaining() && data.get() == 1;
      skipByte(data);
      skipWord(data);
      skipWord(data);
      if (packed) {
        count(data);
      }
    }
    return counted > MOST_BYTES;
  }

  private static void skipWord(ByteBuffer data) {
    while (data.hasRemaining() && data.get() != 0) {
      // up to the byte that ends it
    }
  }

  private static void skipByte(ByteBuffer data) {
    data.position(Math.min(data.position() + 1, data.limit()));
  }

  private void count(ByteBuffer data) {
    try {
      inflater.reset();
      inflater.setInput(data);
      int more = inflater.inflate(piece);
      while (more > 0 && counted <= MOST_BYTES) {
        counted += more;
        more = inflater.inflate(piece);
      }
    } catch (DataFormatException notPacked) {
      // Viewers cannot unpack it either.
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
