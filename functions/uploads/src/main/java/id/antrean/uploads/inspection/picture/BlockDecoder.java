package id.antrean.uploads.inspection.picture;

/** Reads one block of a scan, keeping nothing but what later scans depend on. */
interface BlockDecoder {

  /**
   * Takes the block's bits.
   *
   * @param block its number, in a scan of one component
   * @return whether they make sense
   */
  boolean decode(EntropyBits bits, long block);

  /** A new interval begins. */
  default void restart() {}

  /** Everything at once. */
  static BlockDecoder sequential(HuffmanTable shape, HuffmanTable detail) {
    return (bits, block) -> {
      boolean clean = value(bits, shape);
      int at = 1;
      while (at < 64) {
        int code = detail.decode(bits);
        int size = code & 0x0F;
        int zeros = code >> 4;
        if (code < 0) {
          clean = false;
          break;
        }
        if (size == 0 && zeros != 15) {
          break;
        }
        at += zeros + 1;
        bits.take(size);
      }
      return clean && at <= 64;
    };
  }

  /** The block's average alone. */
  static BlockDecoder shape(HuffmanTable shape) {
    return (bits, block) -> value(bits, shape);
  }

  /** One more bit of the average. */
  static BlockDecoder refiningShape() {
    return (bits, block) -> {
      bits.take(1);
      return true;
    };
  }

  private static boolean value(EntropyBits bits, HuffmanTable shape) {
    int size = shape.decode(bits);
    if (size < 0 || size > 15) {
      return false;
    }
    bits.take(size);
    return true;
  }
}
