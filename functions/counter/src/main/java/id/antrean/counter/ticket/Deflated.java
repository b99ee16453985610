package id.antrean.counter.ticket;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Bytes as zlib packs them, which is how both PNG and PDF want them. */
final class Deflated {
  private static final int BUFFER_BYTES = 8192;

  private Deflated() {}

  static byte[] of(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      // What it holds is outside of the heap.
      deflater.end();
    }
  }
}
