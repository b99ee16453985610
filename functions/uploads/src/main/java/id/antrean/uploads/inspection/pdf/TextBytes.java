package id.antrean.uploads.inspection.pdf;

import java.io.ByteArrayOutputStream;

/** Undoes how strings are written. */
final class TextBytes {
  private final byte[] source;
  private final int to;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private int at;

  private TextBytes(byte[] source, int from, int to) {
    this.source = source;
    this.at = from;
    this.to = to;
  }

  static byte[] ofHex(byte[] source, int from, int to) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int high = -1;
    for (int at = from; at < to; at++) {
      int digit = Character.digit(source[at], 16);
      if (digit >= 0 && high >= 0) {
        text.write(high * 16 + digit);
        high = -1;
      } else if (digit >= 0) {
        high = digit;
      }
    }
    if (high >= 0) {
      text.write(high * 16);
    }
    return text.toByteArray();
  }

  static byte[] ofLiteral(byte[] source, int from, int to) {
    return new TextBytes(source, from, to).literal();
  }

  private byte[] literal() {
    while (at < to) {
      byte c = source[at++];
      if (c == '\\') {
        escape();
      } else {
        text.write(c);
      }
    }
    return text.toByteArray();
  }

  private void escape() {
    int c = peek();
    at++;
    switch (c) {
      case 'n' -> text.write('\n');
      case 'r' -> text.write('\r');
      case 't' -> text.write('\t');
      case 'b' -> text.write('\b');
      case 'f' -> text.write('\f');
      case '\n', -1 -> {}
      case '\r' -> at += peek() == '\n' ? 1 : 0;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int code = c - '0';
        for (int digit = 0; digit < 2 && peek() >= '0' && peek() <= '7'; digit++) {
          code = code * 8 + peek() - '0';
          at++;
        }
        text.write(code);
      }
      default -> text.write(c);
    }
  }

  private int peek() {
    return at < to ? source[at] & 0xFF : -1;
  }
}
