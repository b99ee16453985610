package id.antrean.senders.snap;

import java.io.ByteArrayOutputStream;

/**
 * A JSON text without the white space outside its strings, byte for byte otherwise: order, numbers
 * and escapes stay as they were written.
 */
final class MinifiedJson {
  private MinifiedJson() {}

  static byte[] of(byte[] json) {
    ByteArrayOutputStream minified = new ByteArrayOutputStream(json.length);
    boolean inString = false;
    boolean escaped = false;
    for (byte next : json) {
      if (inString) {
        minified.write(next);
        inString = escaped || next != '"';
        escaped = !escaped && next == '\\';
      } else if (!isSpace(next)) {
        minified.write(next);
        inString = next == '"';
      }
    }
    return minified.toByteArray();
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
