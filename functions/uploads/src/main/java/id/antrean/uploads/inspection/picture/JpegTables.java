package id.antrean.uploads.inspection.picture;

import org.jspecify.annotations.Nullable;

/** The tables of a JPEG as they stand at a place in it. */
final class JpegTables {
  private static final int TABLES = 4;
  private static final int LENGTHS = 16;
  private static final int COEFFICIENTS = 64;

  private final byte[] content;
  private final boolean[] quantisation = new boolean[TABLES];

  /** Where the description of each table begins, those of DC first; 0 where there is none. */
  private final int[] huffman = new int[2 * TABLES];

  private int restartInterval;

  JpegTables(byte[] content) {
    this.content = content;
  }

  /** False if no viewer can read them. */
  boolean readQuantisation(int from, int to) {
    int at = from;
    while (at < to) {
      int precision = content[at] >> 4 & 0x0F;
      int table = content[at] & 0x0F;
      at += 1 + COEFFICIENTS * (precision == 0 ? 1 : 2);
      if (precision > 1 || table >= TABLES || at > to) {
        return false;
      }
      quantisation[table] = true;
    }
    return true;
  }

  /** False if no viewer can read them. */
  boolean readHuffman(int from, int to) {
    int at = from;
    while (at < to) {
      int kind = content[at] >> 4 & 0x0F;
      int table = content[at] & 0x0F;
      int description = at + 1;
      int codes = 0;
      for (int length = 0; length < LENGTHS && description + length < to; length++) {
        codes += Byte.toUnsignedInt(content[description + length]);
      }
      at = description + LENGTHS + codes;
      if (kind > 1 || table >= TABLES || codes > 256 || at > to) {
        return false;
      }
      huffman[kind * TABLES + table] = description;
    }
    return true;
  }

  void restartEvery(int units) {
    restartInterval = units;
  }

  int restartInterval() {
    return restartInterval;
  }

  boolean hasQuantisation(int table) {
    return table < TABLES && quantisation[table];
  }

  /** Null if there is none, or if its codes contradict each other. */
  @Nullable HuffmanTable dc(int table) {
    return huffman(table);
  }

  @Nullable HuffmanTable ac(int table) {
    return huffman(TABLES + table);
  }

  private @Nullable HuffmanTable huffman(int at) {
    return huffman[at] == 0 ? null : HuffmanTable.read(content, huffman[at]);
  }
}
