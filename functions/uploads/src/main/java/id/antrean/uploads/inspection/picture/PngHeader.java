package id.antrean.uploads.inspection.picture;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What a PNG says of its pixels. */
record PngHeader(PictureSize size, int bitsPerPixel, boolean needsPalette, boolean interlaced) {
  private static final int LENGTH = 13;

  /** First row and column, and distance between them, of each pass of an interlaced picture. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
  };

  /**
   * Rows of the same length, one after the other.
   *
   * @param bytes of one row, its filter's included
   */
  record Pass(long rows, long bytes) {}

  /** Empty if no viewer knows such pixels. */
  static Optional<PngHeader> read(ByteBuffer data) {
    if (data.remaining() != LENGTH) {
      return Optional.empty();
    }
    PictureSize size =
        new PictureSize(
            Integer.toUnsignedLong(data.getInt()), Integer.toUnsignedLong(data.getInt()));
    int depth = data.get();
    int colours = data.get();
    boolean usual = data.getShort() == 0; // how it is packed, and how it is filtered
    int interlace = data.get();
    int samples =
        switch (colours) {
          case 0 -> isOne(depth, 1, 2, 4, 8, 16) ? 1 : 0;
          case 2 -> isOne(depth, 8, 16) ? 3 : 0;
          case 3 -> isOne(depth, 1, 2, 4, 8) ? 1 : 0;
          case 4 -> isOne(depth, 8, 16) ? 2 : 0;
          case 6 -> isOne(depth, 8, 16) ? 4 : 0;
          default -> 0;
        };
    return samples > 0 && usual && isOne(interlace, 0, 1)
        ? Optional.of(new PngHeader(size, samples * depth, colours == 3, interlace == 1))
        : Optional.empty();
  }

  private static boolean isOne(int value, int... allowed) {
    return java.util.Arrays.stream(allowed).anyMatch(one -> one == value);
  }

  /** All rows in the order in which they are stored. */
  java.util.List<Pass> passes() {
    if (!interlaced) {
      return java.util.List.of(pass(size.height(), size.width()));
    }
    return java.util.Arrays.stream(PASSES)
        .map(
            pass ->
                pass(count(size.height(), pass[0], pass[2]), count(size.width(), pass[1], pass[3])))
        .filter(pass -> pass.rows() > 0 && pass.bytes() > 1)
        .toList();
  }

  private Pass pass(long rows, long columns) {
    return new Pass(rows, 1 + (columns * bitsPerPixel + 7) / 8);
  }

  private static long count(long side, int first, int step) {
    return (side - first + step - 1) / step;
  }

  /** Of all rows together. */
  long bytes() {
    return passes().stream().mapToLong(pass -> pass.rows() * pass.bytes()).sum();
  }
}
