package id.antrean.domain.document;

import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Unsound;
import java.util.Optional;

/**
 * Walks a JPEG from its start to its end marker without decoding a pixel.
 *
 * <p>Segments are stepped over by their lengths, so a thumbnail inside one is not mistaken for the
 * image, and compressed data is searched for the next marker. What follows the end marker is
 * ignored, as decoders do: phones append depth maps, second pictures and short films there.
 */
public final class JpegInspection {

  private static final int MARKER = 0xFF;
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int RESERVED = 0xC8;
  private static final int ARITHMETIC_TABLES = 0xCC;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int SMALLEST_FRAME_HEADER = 11;
  private static final int END_OF_CONTENT = -1;

  private final byte[] content;
  private int position;
  private Optional<Dimensions> frame = Optional.empty();
  private boolean scanned;

  private JpegInspection(byte[] content) {
    this.content = content;
  }

  /** Judges content that claims to be a JPEG. */
  public static Inspection inspect(byte[] content) {
    if (!ContentType.JPEG.begins(content)) {
      return new Unsound(Reason.WRONG_TYPE);
    }
    return new JpegInspection(content).walk();
  }

  private Inspection walk() {
    position = 2;
    while (true) {
      int marker = nextMarker();
      if (marker == END_OF_IMAGE) {
        return scanned ? frame.orElseThrow().judge() : broken();
      }
      if (!standsAlone(marker) && !stepOver(marker)) {
        return broken();
      }
    }
  }

  /**
   * The marker at the position, with any filling before it, or {@link #END_OF_CONTENT} if there is
   * none.
   */
  private int nextMarker() {
    if (unsigned(position) != MARKER) {
      return END_OF_CONTENT;
    }
    while (unsigned(position) == MARKER) {
      position++;
    }
    return unsigned(position++);
  }

  private boolean stepOver(int marker) {
    if (marker <= 0 || marker == START_OF_IMAGE || position > content.length - 2) {
      return false;
    }
    int length = twoBytes(position);
    if (length < 2 || length > content.length - position) {
      return false;
    }
    if (isFrame(marker) && !readFrame(length)) {
      return false;
    }
    position += length;
    return marker != START_OF_SCAN || skipScan();
  }

  private boolean readFrame(int length) {
    if (length < SMALLEST_FRAME_HEADER || frame.isPresent()) {
      return false;
    }
    frame = Optional.of(new Dimensions(twoBytes(position + 5), twoBytes(position + 3)));
    return true;
  }

  /**
   * Moves on to the marker that ends the compressed data; there, FF is followed by 00 or by a
   * restart number.
   */
  private boolean skipScan() {
    scanned = true;
    while (position < content.length - 1
        && !(unsigned(position) == MARKER && endsScan(unsigned(position + 1)))) {
      position++;
    }
    return frame.isPresent();
  }

  private static boolean endsScan(int afterMarker) {
    return afterMarker != 0
        && afterMarker != MARKER
        && !(afterMarker >= FIRST_RESTART && afterMarker <= LAST_RESTART);
  }

  private static boolean standsAlone(int marker) {
    return marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= LAST_RESTART);
  }

  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != HUFFMAN_TABLES
        && marker != RESERVED
        && marker != ARITHMETIC_TABLES;
  }

  private int twoBytes(int at) {
    return unsigned(at) << 8 | unsigned(at + 1);
  }

  private int unsigned(int at) {
    return at < content.length ? Byte.toUnsignedInt(content[at]) : END_OF_CONTENT;
  }

  private static Inspection broken() {
    return new Unsound(Reason.IMAGE_BROKEN);
  }
}
