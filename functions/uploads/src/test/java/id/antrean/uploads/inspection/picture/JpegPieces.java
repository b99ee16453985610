package id.antrean.uploads.inspection.picture;

import java.io.ByteArrayOutputStream;

/**
 * Puts a JPEG together from its segments. Its tables have few and short codes, so that a test can
 * say what each bit is: for DC {@code 0} is no change; for AC {@code 0} ends a block, {@code 10}
 * and 14 bits end a run of them, {@code 110} and a bit is one coefficient, {@code 1110} is sixteen
 * zeros, and {@code 11110} fifteen zeros and a coefficient.
 */
final class JpegPieces {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int partial;
  private int partialBits;

  JpegPieces() {
    put(0xFF, 0xD8);
  }

  /** With all tables, in one colour, at 8 bits. */
  static JpegPieces grey(int marker, int width, int height) {
    return new JpegPieces().quantisation(0).frame(marker, width, height, 0x11).huffman();
  }

  JpegPieces put(int... bytes) {
    for (int value : bytes) {
      file.write(value);
    }
    return this;
  }

  JpegPieces segment(int marker, int... content) {
    int length = content.length + 2;
    return put(0xFF, marker, length >> 8, length & 0xFF).put(content);
  }

  JpegPieces quantisation(int table) {
    int[] content = new int[65];
    java.util.Arrays.fill(content, 1);
    content[0] = table;
    return segment(0xDB, content);
  }

  JpegPieces huffman() {
    segment(0xC4, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return segment(
        0xC4, 0x10, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00, 0xE0, 0x01, 0xF0, 0xF1);
  }

  /**
   * The frame.
   *
   * @param factors of each component's sampling, across above down
   */
  JpegPieces frame(int marker, int width, int height, int... factors) {
    int[] content = new int[6 + 3 * factors.length];
    content[0] = 8;
    content[1] = height >> 8;
    content[2] = height & 0xFF;
    content[3] = width >> 8;
    content[4] = width & 0xFF;
    content[5] = factors.length;
    for (int i = 0; i < factors.length; i++) {
      content[6 + 3 * i] = i + 1;
      content[7 + 3 * i] = factors[i];
    }
    return segment(marker, content);
  }

  /** A scan of these components, numbered from 1, for everything. */
  JpegPieces scan(int... components) {
    return progressiveScan(0, 63, 0, components);
  }

  JpegPieces progressiveScan(int first, int last, int bits, int... components) {
    int[] content = new int[4 + 2 * components.length];
    content[0] = components.length;
    for (int i = 0; i < components.length; i++) {
      content[1 + 2 * i] = components[i];
    }
    content[content.length - 3] = first;
    content[content.length - 2] = last;
    content[content.length - 1] = bits;
    return segment(0xDA, content);
  }

  /** Data, bit by bit, so many times; filled up with ones to a whole byte. */
  JpegPieces bits(String pattern, int times) {
    for (int i = 0; i < times; i++) {
      pattern.chars().forEach(bit -> bit(bit - '0'));
    }
    while (partialBits > 0) {
      bit(1);
    }
    return this;
  }

  private void bit(int bit) {
    partial = partial << 1 | bit;
    partialBits++;
    if (partialBits == 8) {
      file.write(partial);
      if (partial == 0xFF) {
        file.write(0);
      }
      partial = 0;
      partialBits = 0;
    }
  }

  /** So many blocks of nothing, in a scan of everything. */
  JpegPieces blocks(int count) {
    return bits("00", count);
  }

  int size() {
    return file.size();
  }

  byte[] end() {
    put(0xFF, 0xD9);
    return file.toByteArray();
  }

  byte[] withoutEnd() {
    return file.toByteArray();
  }
}
