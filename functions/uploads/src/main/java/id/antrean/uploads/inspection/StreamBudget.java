package id.antrean.uploads.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what the streams that hold a PDF's structure may unpack to, since a few kilobytes can be
 * made to unpack to gigabytes. They are measured before the parser unpacks them into memory.
 */
final class StreamBudget {

  /** As much as an uploaded file may weigh; the structure of a real one is a small part of it. */
  private static final long BYTES = 10 * 1024 * 1024;

  private static final int LONGEST_ROW = 65_536;
  private static final int LARGEST_BITS = 16;

  private long left = BYTES;

  /** Takes the stream's unpacked size off the budget, or refuses it. */
  void spend(COSStream stream) throws IOException {
    COSBase filter = only(stream.getDictionaryObject(COSName.FILTER));
    if (filter == null) {
      return; // as large as it stands in the file
    }
    if (!COSName.FLATE_DECODE.equals(filter)) {
      throw new IOException("structure in an unusual encoding");
    }
    requireModestRows(only(stream.getDictionaryObject(COSName.DECODE_PARMS)));
    try (InputStream unpacked = new InflaterInputStream(stream.createRawInputStream())) {
      left -= skipAtMost(unpacked, left + 1);
    }
    if (left < 0) {
      throw new IOException("structure unpacks to too much");
    }
  }

  /** The parser sets aside a row of the size claimed before it reads any. */
  private static void requireModestRows(@Nullable COSBase parameters) throws IOException {
    if (parameters instanceof COSDictionary claims
        && (claims.getInt(COSName.COLUMNS, 1) > LONGEST_ROW
            || claims.getInt(COSName.BITS_PER_COMPONENT, 1) > LARGEST_BITS)) {
      throw new IOException("structure in rows of an unusual length");
    }
  }

  private static @Nullable COSBase only(@Nullable COSBase oneOrList) throws IOException {
    if (!(oneOrList instanceof COSArray list)) {
      return oneOrList;
    }
    return switch (list.size()) {
      case 0 -> null;
      case 1 -> list.getObject(0);
      default -> throw new IOException("structure packed more than once");
    };
  }

  private static long skipAtMost(InputStream unpacked, long most) throws IOException {
    byte[] buffer = new byte[8192];
    long skipped = 0;
    int read = unpacked.read(buffer);
    while (read >= 0 && skipped < most) {
      skipped += read;
      read = unpacked.read(buffer);
    }
    return skipped;
  }
}
