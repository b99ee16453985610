package id.antrean.domain.document;

import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Unsound;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Walks a PNG's chunks from the header to the end without decoding a pixel.
 *
 * <p>Chunks that a decoder needs must have the right checksum; others may be damaged, as decoders
 * ignore them. What follows the end chunk is ignored too.
 */
public final class PngInspection {

  private static final int SIGNATURE_LENGTH = 8;
  private static final int LENGTH_TYPE_AND_CHECKSUM = 12;
  private static final int HEADER = 0x49484452; // IHDR
  private static final int DATA = 0x49444154; // IDAT
  private static final int END = 0x49454E44; // IEND
  private static final int HEADER_LENGTH = 13;
  private static final int ANCILLARY = 0x20000000; // the type's first letter is a small one

  private final ByteBuffer content;
  private boolean hasData;

  private PngInspection(ByteBuffer content) {
    this.content = content;
  }

  /** Judges content that claims to be a PNG. */
  public static Inspection inspect(byte[] content) {
    if (!ContentType.PNG.begins(content)) {
      return new Unsound(Reason.WRONG_TYPE);
    }
    return new PngInspection(ByteBuffer.wrap(content).position(SIGNATURE_LENGTH)).walk();
  }

  private record Chunk(int type, ByteBuffer data) {}

  private Inspection walk() {
    Optional<Dimensions> size = nextChunk().flatMap(PngInspection::readHeader);
    return size.isPresent() && reachesEnd() ? size.get().judge() : new Unsound(Reason.IMAGE_BROKEN);
  }

  private static Optional<Dimensions> readHeader(Chunk first) {
    if (first.type() != HEADER || first.data().remaining() != HEADER_LENGTH) {
      return Optional.empty();
    }
    return Optional.of(
        new Dimensions(
            Integer.toUnsignedLong(first.data().getInt()),
            Integer.toUnsignedLong(first.data().getInt())));
  }

  private boolean reachesEnd() {
    for (Optional<Chunk> chunk = nextChunk(); chunk.isPresent(); chunk = nextChunk()) {
      switch (chunk.get().type()) {
        case DATA -> hasData = true;
        case END -> {
          return hasData;
        }
        default -> {}
      }
    }
    return false;
  }

  /** The chunk at the position, or empty if the content ends within it or it is damaged. */
  private Optional<Chunk> nextChunk() {
    if (content.remaining() < LENGTH_TYPE_AND_CHECKSUM) {
      return Optional.empty();
    }
    int start = content.position();
    int length = content.getInt();
    int type = content.getInt();
    if (length < 0 || length > content.remaining() - Integer.BYTES) {
      return Optional.empty();
    }
    ByteBuffer data = content.slice(content.position(), length);
    content.position(content.position() + length);
    int checksum = content.getInt();
    boolean intact =
        (type & ANCILLARY) != 0
            || checksum == checksum(start + Integer.BYTES, Integer.BYTES + length);
    return intact ? Optional.of(new Chunk(type, data)) : Optional.empty();
  }

  private int checksum(int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(content.slice(from, length));
    return (int) crc.getValue();
  }
}
