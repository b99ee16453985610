package id.antrean.uploads.inspection.picture;

/** Reads the coefficients that a progressive picture's scan brings or refines. */
final class DetailDecoder implements BlockDecoder {
  private final HuffmanTable table;
  private final long[] notZero;
  private final int first;
  private final int last;
  private final boolean refines;

  /** How many blocks end here without a code of their own. */
  private int emptyBlocks;

  DetailDecoder(HuffmanTable table, long[] notZero, int first, int last, boolean refines) {
    this.table = table;
    this.notZero = notZero;
    this.first = first;
    this.last = last;
    this.refines = refines;
  }

  @Override
  public void restart() {
    emptyBlocks = 0;
  }

  @Override
  public boolean decode(EntropyBits bits, long block) {
    return refines ? refine(bits, (int) block) : bring(bits, (int) block);
  }

  private boolean bring(EntropyBits bits, int block) {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return true;
    }
    for (int at = first; at <= last; at++) {
      int code = table.decode(bits);
      int zeros = code >> 4;
      int size = code & 0x0F;
      if (code < 0) {
        return false;
      }
      if (size == 0 && zeros < 15) {
        emptyBlocks = run(bits, zeros) - 1;
        return true;
      }
      at += zeros;
      if (size > 0) {
        bits.take(size);
        if (at > last) {
          return false;
        }
        notZero[block] |= 1L << at;
      }
    }
    return true;
  }

  private boolean refine(EntropyBits bits, int block) {
    int at = first;
    while (emptyBlocks == 0 && at <= last) {
      int code = table.decode(bits);
      int zeros = code >> 4;
      int size = code & 0x0F;
      if (code < 0 || size > 1) {
        return false;
      }
      if (size == 0 && zeros < 15) {
        emptyBlocks = run(bits, zeros);
        break;
      }
      bits.take(size);
      while (at <= last) {
        if ((notZero[block] & 1L << at) != 0) {
          bits.take(1);
        } else if (--zeros < 0) {
          break;
        }
        at++;
      }
      if (size > 0 && at > last) {
        return false;
      }
      notZero[block] |= size > 0 ? 1L << at : 0;
      at++;
    }
    if (emptyBlocks > 0) {
      bits.pass(Long.bitCount(notZero[block] & (-1L << at) & (-1L >>> (63 - last))));
      emptyBlocks--;
    }
    return true;
  }

  private static int run(EntropyBits bits, int size) {
    return (1 << size) + bits.take(size);
  }
}
