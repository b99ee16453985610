package id.antrean.uploads.inspection.picture;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a JPEG: walks its segments, and decodes its scans without keeping a pixel, to know that
 * the picture is there.
 *
 * <p>Taken are the kinds that every viewer shows: baseline and progressive, 8 bits, Huffman. Stray
 * bytes between segments, a missing end and whatever follows the end are passed over, as viewers
 * do. Each byte is decoded once; at most {@link #MOST_SCANS} scans are, and {@link
 * JpegScan#MOST_BLOCKS} blocks visited in them. The worst file costs about a second of one core,
 * and 75 MB: a bit for each coefficient of a progressive picture.
 */
public final class JpegInspection {
  /** Progressive pictures of all known writers have fewer than 20. */
  static final int MOST_SCANS = 100;

  private static final int MARKER = 0xFF;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int PROGRESSIVE_FRAME = 0xC2;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int RESERVED = 0xC8;
  private static final int ARITHMETIC_TABLES = 0xCC;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int QUANTISATION_TABLES = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int END_OF_CONTENT = -1;

  private final byte[] content;
  private final int smallestSide;
  private final JpegTables tables;
  private int position = 2;
  private @Nullable JpegFrame frame;
  private int scans;
  private long blocksLeft = JpegScan.MOST_BLOCKS;

  private JpegInspection(byte[] content, int smallestSide) {
    this.content = content;
    this.smallestSide = smallestSide;
    this.tables = new JpegTables(content);
  }

  /** Judges content that claims to be a JPEG. */
  public static Inspection inspect(byte[] content, int smallestSide) {
    return ContentType.JPEG.begins(content)
        ? new JpegInspection(content, smallestSide).judge()
        : new Unsound(Reason.WRONG_TYPE);
  }

  private Inspection judge() {
    return walk().<Inspection>map(Unsound::new).orElseGet(Sound::new);
  }

  private Optional<Reason> walk() {
    while (true) {
      int marker = nextMarker();
      if (marker == END_OF_IMAGE || marker == END_OF_CONTENT) {
        return frame != null && frame.complete() ? Optional.empty() : broken();
      }
      if (marker == START_OF_IMAGE) {
        return broken();
      }
      if (!standsAlone(marker)) {
        Optional<Reason> flaw = segment(marker);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
    }
  }

  /** The next marker, after whatever stands before it: what is below all frames is stray too. */
  private int nextMarker() {
    while (position < content.length - 1) {
      int marker = unsigned(position + 1);
      if (unsigned(position) == MARKER && marker >= FIRST_FRAME && marker != MARKER) {
        position += 2;
        return marker;
      }
      position++;
    }
    return END_OF_CONTENT;
  }

  private Optional<Reason> segment(int marker) {
    int length = position > content.length - 2 ? 0 : twoBytes(position);
    if (length < 2) {
      return broken();
    }
    int from = position + 2;
    int to = position + length;
    position = Math.min(to, content.length);
    if (to > content.length) {
      return Optional.empty(); // cut off in the middle: what came before decides
    }
    return switch (marker) {
      case HUFFMAN_TABLES -> tables.readHuffman(from, to) ? Optional.empty() : broken();
      case QUANTISATION_TABLES -> tables.readQuantisation(from, to) ? Optional.empty() : broken();
      case RESTART_INTERVAL -> {
        tables.restartEvery(to - from < 2 ? 0 : twoBytes(from));
        yield Optional.empty();
      }
      case START_OF_SCAN -> scan(from, to);
      default -> isFrame(marker) ? frame(marker, from, to) : Optional.empty();
    };
  }

  private Optional<Reason> frame(int marker, int from, int to) {
    Optional<JpegFrame> read =
        frame == null && marker <= PROGRESSIVE_FRAME
            ? JpegFrame.read(content, from, to, marker == PROGRESSIVE_FRAME)
            : Optional.empty();
    if (read.isEmpty()) {
      return broken();
    }
    frame = read.get();
    return frame.size().flaw(smallestSide);
  }

  private Optional<Reason> scan(int from, int to) {
    Optional<JpegScan> scan =
        frame == null ? Optional.empty() : JpegScan.read(frame, tables, content, from, to);
    if (scan.isEmpty()) {
      return broken();
    }
    blocksLeft -= scan.get().blocks();
    if (++scans > MOST_SCANS || blocksLeft < 0) {
      return Optional.of(Reason.IMAGE_TOO_LARGE);
    }
    position = scan.get().decode(to);
    return Optional.empty();
  }

  private static boolean standsAlone(int marker) {
    return marker >= FIRST_RESTART && marker <= LAST_RESTART;
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
    return Byte.toUnsignedInt(content[at]);
  }

  private static Optional<Reason> broken() {
    return Optional.of(Reason.IMAGE_BROKEN);
  }
}
