package id.antrean.uploads.inspection.picture;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Judges a PNG: walks its chunks, and inflates its rows to count them.
 *
 * <p>Header and palette must be intact; the data's checksums, the end chunk and what follows it are
 * not asked for, since a picture shows without. At most {@link PngRows#MOST_BYTES} of rows and
 * {@link HiddenText#MOST_BYTES} of texts are inflated, a piece at a time: the worst file costs less
 * than a second of one core, and some 100 KB beside the file.
 */
public final class PngInspection {
  private static final int SIGNATURE_LENGTH = 8;
  private static final int LENGTH_TYPE_AND_CHECKSUM = 12;
  private static final int HEADER = type("IHDR");
  private static final int PALETTE = type("PLTE");
  private static final int DATA = type("IDAT");
  private static final int END = type("IEND");
  private static final int ANCILLARY = 0x20000000; // the type's first letter is a small one

  private final ByteBuffer content;
  private final int smallestSide;
  private boolean palette;

  private PngInspection(byte[] content, int smallestSide) {
    this.content = ByteBuffer.wrap(content).position(SIGNATURE_LENGTH);
    this.smallestSide = smallestSide;
  }

  /** Judges content that claims to be a PNG. */
  public static Inspection inspect(byte[] content, int smallestSide) {
    return ContentType.PNG.begins(content)
        ? new PngInspection(content, smallestSide).judge()
        : new Unsound(Reason.WRONG_TYPE);
  }

  private record Chunk(int type, ByteBuffer data, boolean intact) {}

  private Inspection judge() {
    Optional<PngHeader> header =
        nextChunk()
            .filter(chunk -> chunk.type() == HEADER && chunk.intact())
            .flatMap(chunk -> PngHeader.read(chunk.data()));
    if (header.isEmpty()) {
      return new Unsound(Reason.IMAGE_BROKEN);
    }
    Optional<Reason> flaw = header.get().size().flaw(smallestSide);
    if (flaw.isEmpty() && header.get().bytes() > PngRows.MOST_BYTES) {
      flaw = Optional.of(Reason.IMAGE_TOO_LARGE);
    }
    return flaw.or(() -> rows(header.get())).<Inspection>map(Unsound::new).orElseGet(Sound::new);
  }

  private Optional<Reason> rows(PngHeader header) {
    try (PngRows rows = new PngRows(header);
        HiddenText texts = new HiddenText()) {
      for (Optional<Chunk> next = nextChunk(); next.isPresent(); next = nextChunk()) {
        Chunk chunk = next.get();
        if (chunk.type() == END) {
          break;
        }
        if (chunk.type() == PALETTE) {
          palette =
              chunk.intact() && chunk.data().remaining() % 3 == 0 && chunk.data().hasRemaining();
        } else if (chunk.type() == DATA) {
          rows.add(chunk.data());
        } else if ((chunk.type() & ANCILLARY) == 0) {
          return Optional.of(Reason.IMAGE_BROKEN); // no viewer may show it without knowing this
        } else if (texts.isTooLong(chunk.type(), chunk.data())) {
          return Optional.of(Reason.IMAGE_TOO_LARGE);
        }
      }
      return rows.complete() && (palette || !header.needsPalette())
          ? Optional.empty()
          : Optional.of(Reason.IMAGE_BROKEN);
    }
  }

  /** The chunk at the position, as far as the content goes; empty at its end. */
  private Optional<Chunk> nextChunk() {
    if (content.remaining() < LENGTH_TYPE_AND_CHECKSUM) {
      return Optional.empty();
    }
    int length = content.getInt();
    int type = content.getInt();
    if (length < 0) {
      return Optional.empty();
    }
    int start = content.position();
    int there = Math.min(length, content.remaining());
    boolean cut = content.remaining() - there < Integer.BYTES;
    ByteBuffer data = content.slice(start, there);
    content.position(start + there);
    boolean intact =
        !cut && content.getInt() == checksum(start - Integer.BYTES, Integer.BYTES + length);
    if (cut) {
      content.position(content.limit());
    }
    return Optional.of(new Chunk(type, data, intact));
  }

  private int checksum(int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(content.slice(from, length));
    return (int) crc.getValue();
  }

  static int type(String name) {
    return name.chars().reduce(0, (type, letter) -> type << 8 | letter);
  }
}
