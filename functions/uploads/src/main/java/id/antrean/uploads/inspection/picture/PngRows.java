package id.antrean.uploads.inspection.picture;

import id.antrean.uploads.inspection.picture.PngHeader.Pass;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a PNG's rows and counts their bytes, up to the first that cannot be one. The packing's
 * own checksum is not asked for: a picture shows without.
 */
final class PngRows implements AutoCloseable {
  /**
   * Rows of 24 bits a pixel at the largest area that papers have under 10 MB; a pixel bomb has
   * more.
   */
  static final long MOST_BYTES = 300_000_000;

  private static final int PACKING_HEADER = 2;
  private static final int DEFLATE = 8;
  private static final int LAST_FILTER = 4;

  private final byte[] piece = new byte[64 * 1024];
  private final Inflater inflater = new Inflater(true);
  private final Iterator<Pass> passes;
  private final long whole;
  private Pass pass;
  private long rowsLeft;
  private long rowLeft;
  private long counted;
  private int headerRead;
  private boolean ended;

  PngRows(PngHeader header) {
    this.passes = header.passes().iterator();
    this.whole = header.bytes();
    this.pass = passes.next();
    this.rowsLeft = pass.rows();
  }

  /** Takes the next piece of packed data. */
  void add(ByteBuffer data) {
    while (headerRead < PACKING_HEADER && data.hasRemaining()) {
      byte header = data.get();
      ended |= headerRead++ == 0 && (header & 0x0F) != DEFLATE;
    }
    inflater.setInput(data);
    while (!ended && !inflater.needsInput()) {
      long before = inflater.getBytesWritten();
      try {
        inflater.inflate(piece);
      } catch (DataFormatException damaged) {
        ended = true;
      }
      int more = (int) (inflater.getBytesWritten() - before);
      ended |= inflater.finished() || inflater.needsDictionary();
      count(more);
    }
  }

  private void count(int length) {
    int at = 0;
    while (at < length && counted < whole) {
      if (rowLeft == 0) {
        nextRow();
        if (piece[at] < 0 || piece[at] > LAST_FILTER) {
          ended = true;
          return;
        }
      }
      int taken = (int) Math.min(rowLeft, length - at);
      rowLeft -= taken;
      counted += taken;
      at += taken;
    }
    ended |= counted == whole;
  }

  private void nextRow() {
    if (rowsLeft == 0) {
      pass = passes.next();
      rowsLeft = pass.rows();
    }
    rowsLeft--;
    rowLeft = pass.bytes();
  }

  /** Whether enough of all rows came. */
  boolean complete() {
    return Completeness.enough(counted, whole);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
