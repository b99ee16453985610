package id.antrean.uploads.inspection.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a JPEG says of its pixels, and what its scans have brought of them so far. */
final class JpegFrame {
  private static final int BITS = 8;
  private static final int MOST_COMPONENTS = 4;
  private static final int BLOCK = 8;

  private final PictureSize size;
  private final boolean progressive;
  private final List<JpegComponent> components;

  private JpegFrame(PictureSize size, boolean progressive, List<JpegComponent> components) {
    this.size = size;
    this.progressive = progressive;
    this.components = components;
  }

  /** Empty if no viewer knows such pixels. */
  static Optional<JpegFrame> read(byte[] content, int from, int to, boolean progressive) {
    if (to - from < 6 || content[from] != BITS) {
      return Optional.empty();
    }
    int count = Byte.toUnsignedInt(content[from + 5]);
    if (count == 0 || count > MOST_COMPONENTS || to - from < 6 + 3 * count) {
      return Optional.empty();
    }
    PictureSize size = new PictureSize(twoBytes(content, from + 3), twoBytes(content, from + 1));
    List<JpegComponent> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = from + 6 + 3 * i;
      int across = content[at + 1] >> 4 & 0x0F;
      int down = content[at + 1] & 0x0F;
      if (across < 1 || across > 4 || down < 1 || down > 4) {
        return Optional.empty();
      }
      components.add(
          new JpegComponent(content[at], across, down, Byte.toUnsignedInt(content[at + 2])));
    }
    JpegFrame frame = new JpegFrame(size, progressive, components);
    components.forEach(component -> component.measure(size, frame.mostAcross(), frame.mostDown()));
    return Optional.of(frame);
  }

  private static int twoBytes(byte[] content, int at) {
    return Byte.toUnsignedInt(content[at]) << 8 | Byte.toUnsignedInt(content[at + 1]);
  }

  PictureSize size() {
    return size;
  }

  boolean progressive() {
    return progressive;
  }

  @Nullable JpegComponent component(byte id) {
    return components.stream().filter(component -> component.id() == id).findFirst().orElse(null);
  }

  /** Units in which a scan of several components comes: some blocks of each. */
  long units() {
    return side(size.width(), mostAcross()) * side(size.height(), mostDown());
  }

  private static long side(long pixels, int blocks) {
    return (pixels + (long) BLOCK * blocks - 1) / ((long) BLOCK * blocks);
  }

  private int mostAcross() {
    return components.stream().mapToInt(JpegComponent::across).max().orElse(1);
  }

  private int mostDown() {
    return components.stream().mapToInt(JpegComponent::down).max().orElse(1);
  }

  /**
   * Whether the picture is there: of every component the rough shape, of the first, which carries
   * the light, each detail to its last bit.
   */
  boolean complete() {
    return components.stream().allMatch(JpegComponent::hasShape)
        && components.getFirst().hasEveryDetail();
  }
}
