package id.antrean.uploads.inspection.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over a JPEG's blocks: decodes them, keeps none, and counts what was there. */
final class JpegScan {
  /** Blocks visited in all scans together: six times all of the largest picture's. */
  static final long MOST_BLOCKS = 40_000_000;

  private static final int MOST_COMPONENTS = 4;
  private static final int MOST_BLOCKS_A_UNIT = 10;
  private static final int LAST_COEFFICIENT = 63;
  private static final int RESTARTS = 8;

  /** Of all units, in how many the data may contradict itself: viewers show them as blots. */
  private static final int PERCENT_OF_BLOTS = 10;

  private final byte[] content;
  private final long units;
  private final int restartInterval;
  private final List<Part> parts;
  private final int first;
  private final int last;
  private final int missing;

  private JpegScan(
      byte[] content,
      long units,
      int restartInterval,
      List<Part> parts,
      int first,
      int last,
      int missing) {
    this.content = content;
    this.units = units;
    this.restartInterval = restartInterval;
    this.parts = parts;
    this.first = first;
    this.last = last;
    this.missing = missing;
  }

  /** A component in the scan, and how many of its blocks a unit holds. */
  private record Part(JpegComponent component, int blocks, BlockDecoder decoder) {}

  /** Empty if no viewer can decode such a scan. */
  static Optional<JpegScan> read(
      JpegFrame frame, JpegTables tables, byte[] content, int from, int to) {
    int count = from < to ? content[from] : 0;
    if (count < 1 || count > MOST_COMPONENTS || to - from < 4 + 2 * count) {
      return Optional.empty();
    }
    int end = from + 1 + 2 * count;
    boolean progressive = frame.progressive();
    int first = progressive ? Byte.toUnsignedInt(content[end]) : 0;
    int last = progressive ? Byte.toUnsignedInt(content[end + 1]) : LAST_COEFFICIENT;
    int before = progressive ? content[end + 2] >> 4 & 0x0F : 0;
    int missing = progressive ? content[end + 2] & 0x0F : 0;
    if (progressive && !isProgression(count, first, last, before, missing)) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (int at = from + 1; at < end; at += 2) {
      JpegComponent component = frame.component(content[at]);
      BlockDecoder decoder =
          component == null || !tables.hasQuantisation(component.quantisation())
              ? null
              : decoder(progressive, component, tables, content[at + 1], first, last, before);
      if (component == null || decoder == null || holds(parts, component)) {
        return Optional.empty();
      }
      parts.add(
          new Part(component, count == 1 ? 1 : component.across() * component.down(), decoder));
    }
    if (parts.stream().mapToInt(Part::blocks).sum() > MOST_BLOCKS_A_UNIT) {
      return Optional.empty();
    }
    long units = count == 1 ? parts.getFirst().component().blocks() : frame.units();
    return Optional.of(
        new JpegScan(content, units, tables.restartInterval(), parts, first, last, missing));
  }

  private static boolean holds(List<Part> parts, JpegComponent component) {
    return parts.stream().anyMatch(part -> part.component() == component);
  }

  private static boolean isProgression(int count, int first, int last, int before, int missing) {
    boolean range =
        first == 0 ? last == 0 : count == 1 && first <= last && last <= LAST_COEFFICIENT;
    return range && missing <= 13 && (before == 0 || missing == before - 1);
  }

  private static @Nullable BlockDecoder decoder(
      boolean progressive,
      JpegComponent component,
      JpegTables tables,
      byte selectors,
      int first,
      int last,
      int before) {
    int dc = selectors >> 4 & 0x0F;
    int ac = selectors & 0x0F;
    if (dc > 3 || ac > 3) {
      return null;
    }
    if (progressive && first == 0 && before > 0) {
      return BlockDecoder.refiningShape();
    }
    HuffmanTable shape = tables.dc(dc);
    if (progressive && first == 0) {
      return shape == null ? null : BlockDecoder.shape(shape);
    }
    HuffmanTable detail = tables.ac(ac);
    if (detail == null) {
      return null;
    }
    if (progressive) {
      return new DetailDecoder(detail, component.notZero(), first, last, before > 0);
    }
    return shape == null ? null : BlockDecoder.sequential(shape, detail);
  }

  /** How many blocks decoding visits. */
  long blocks() {
    return units * parts.stream().mapToInt(Part::blocks).sum();
  }

  /** Decodes the data from a position on, and says where it ends. */
  int decode(int from) {
    EntropyBits bits = new EntropyBits(content, from);
    long there = 0;
    long blots = 0;
    long unit = 0;
    int restart = 0;
    while (unit < units) {
      parts.forEach(part -> part.decoder().restart());
      long end = restartInterval == 0 ? units : Math.min(units, unit + restartInterval);
      while (unit < end) {
        boolean clean = decodeUnit(bits, unit);
        if (bits.exhausted()) {
          break;
        }
        there++;
        blots += clean ? 0 : 1;
        unit++;
      }
      if (end == units) {
        break;
      }
      int lost = bits.restart(restart);
      if (lost < 0) {
        break;
      }
      restart = (restart + lost + 1) % RESTARTS;
      unit = end + (long) lost * restartInterval;
    }
    if (Completeness.enough(there, units) && blots * 100 <= units * PERCENT_OF_BLOTS) {
      parts.forEach(part -> part.component().brought(first, last, missing));
    }
    return bits.position();
  }

  private boolean decodeUnit(EntropyBits bits, long unit) {
    boolean clean = true;
    for (Part part : parts) {
      for (int block = 0; block < part.blocks(); block++) {
        clean &= part.decoder().decode(bits, unit);
      }
    }
    return clean;
  }
}
