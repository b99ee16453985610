package id.antrean.uploads.inspection.picture;

import java.util.Arrays;

/** One colour of a JPEG. */
final class JpegComponent {
  private static final int COEFFICIENTS = 64;
  private static final int BLOCK = 8;
  private static final int NOT_YET = 99;

  private final byte id;
  private final int across;
  private final int down;
  private final int quantisation;

  /** By coefficient, how many of its last bits are still missing. */
  private final int[] bitsMissing = new int[COEFFICIENTS];

  private long blocks;

  /** By block, a bit for each coefficient that is not zero: a refining scan depends on them. */
  private long[] notZero = {};

  JpegComponent(byte id, int across, int down, int quantisation) {
    this.id = id;
    this.across = across;
    this.down = down;
    this.quantisation = quantisation;
    Arrays.fill(bitsMissing, NOT_YET);
  }

  /** Sets how many blocks it has, given the largest of all components' factors. */
  void measure(PictureSize size, int mostAcross, int mostDown) {
    blocks = side(size.width(), across, mostAcross) * side(size.height(), down, mostDown);
  }

  private static long side(long pixels, int factor, int most) {
    long own = (pixels * factor + most - 1) / most;
    return (own + BLOCK - 1) / BLOCK;
  }

  byte id() {
    return id;
  }

  int across() {
    return across;
  }

  int down() {
    return down;
  }

  int quantisation() {
    return quantisation;
  }

  /** In a scan of its own. */
  long blocks() {
    return blocks;
  }

  /** Of the blocks, made when first asked for; the size has been judged by then. */
  long[] notZero() {
    if (notZero.length == 0) {
      notZero = new long[(int) blocks];
    }
    return notZero;
  }

  /** A scan brought these coefficients but for their last bits. */
  void brought(int first, int last, int missing) {
    Arrays.fill(bitsMissing, first, last + 1, missing);
  }

  boolean hasShape() {
    return bitsMissing[0] != NOT_YET;
  }

  boolean hasEveryDetail() {
    return Arrays.stream(bitsMissing).allMatch(missing -> missing == 0);
  }
}
