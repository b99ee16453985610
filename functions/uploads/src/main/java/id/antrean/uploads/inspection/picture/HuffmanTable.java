package id.antrean.uploads.inspection.picture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The codes of one table of a JPEG. */
final class HuffmanTable {
  /** What {@link #decode} gives for bits that are no code. */
  static final int NO_CODE = -1;

  private static final int LONGEST = 16;
  private static final int QUICK = 9;

  private final byte[] symbols;

  /** For every beginning of 9 bits: the code's length above its symbol; 0 for longer codes. */
  private final short[] quick = new short[1 << QUICK];

  /** By length: the first code beyond those of that length, and what leads from code to symbol. */
  private final int[] beyond = new int[LONGEST + 1];

  private final int[] toSymbol = new int[LONGEST + 1];

  private HuffmanTable(byte[] symbols) {
    this.symbols = symbols;
  }

  /** Null if the codes do not fit in their lengths. */
  static @Nullable HuffmanTable read(byte[] content, int at) {
    int codes = 0;
    for (int length = 0; length < LONGEST; length++) {
      codes += Byte.toUnsignedInt(content[at + length]);
    }
    HuffmanTable table =
        new HuffmanTable(Arrays.copyOfRange(content, at + LONGEST, at + LONGEST + codes));
    return table.assign(content, at) ? table : null;
  }

  private boolean assign(byte[] content, int at) {
    int code = 0;
    int symbol = 0;
    for (int length = 1; length <= LONGEST; length++) {
      toSymbol[length] = symbol - code;
      for (int i = Byte.toUnsignedInt(content[at + length - 1]); i > 0; i--) {
        if (code >= 1 << length) {
          return false;
        }
        if (length <= QUICK) {
          int from = code << (QUICK - length);
          short entry = (short) (length << 8 | (symbols[symbol] & 0xFF));
          Arrays.fill(quick, from, from + (1 << (QUICK - length)), entry);
        }
        code++;
        symbol++;
      }
      beyond[length] = code;
      code <<= 1;
    }
    return true;
  }

  /** Takes the next code; {@link #NO_CODE} takes the longest. */
  int decode(EntropyBits bits) {
    int ahead = bits.peek(LONGEST);
    int entry = quick[ahead >> (LONGEST - QUICK)];
    if (entry != 0) {
      bits.skip(entry >> 8);
      return entry & 0xFF;
    }
    for (int length = QUICK + 1; length <= LONGEST; length++) {
      int code = ahead >> (LONGEST - length);
      if (code < beyond[length]) {
        bits.skip(length);
        return symbols[code + toSymbol[length]] & 0xFF;
      }
    }
    bits.skip(LONGEST);
    return NO_CODE;
  }
}
