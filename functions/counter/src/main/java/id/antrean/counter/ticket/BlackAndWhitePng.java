package id.antrean.counter.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Writes PNGs of one bit a pixel. */
final class BlackAndWhitePng {
  private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504E470D0A1A0A");
  private static final byte[] NOTHING = {};
  private static final int HEADER_BYTES = 13;
  private static final byte BITS_A_PIXEL = 1;
  private static final byte GREYSCALE = 0;

  /** The only compression and the only set of filters that there are, and no interlacing. */
  private static final byte[] METHODS = {0, 0, 0};

  private BlackAndWhitePng() {}

  /** Which pixels are black. */
  interface Pixels {
    boolean black(int x, int y);
  }

  static byte[] square(int side, Pixels pixels) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    file.writeBytes(chunk("IHDR", header(side)));
    file.writeBytes(chunk("IDAT", Deflated.of(lines(side, pixels))));
    file.writeBytes(chunk("IEND", NOTHING));
    return file.toByteArray();
  }

  private static byte[] header(int side) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt(side)
        .putInt(side)
        .put(BITS_A_PIXEL)
        .put(GREYSCALE)
        .put(METHODS)
        .array();
  }

  /** Each line begins with the number of its filter; 0, which is none, is best for single bits. */
  private static byte[] lines(int side, Pixels pixels) {
    int lineBytes = 1 + Math.ceilDiv(side, Byte.SIZE);
    byte[] lines = new byte[side * lineBytes];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (!pixels.black(x, y)) {
          lines[y * lineBytes + 1 + x / Byte.SIZE] |= (byte) (0x80 >>> (x % Byte.SIZE));
        }
      }
    }
    return lines;
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(content);
    return ByteBuffer.allocate(Integer.BYTES + type.length + content.length + Integer.BYTES)
        .putInt(content.length)
        .put(type)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }
}
