package id.antrean.counter.ticket;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;

/**
 * What is drawn on a page of A4, in the order in which it is read aloud and copied. Lengths are
 * points, from the left and, as one reads, from the top.
 */
final class PdfPage {
  static final double WIDTH = 595.28;
  static final double HEIGHT = 841.89;

  /** Of a point, to which numbers are written; a QR has up to 177 modules to add up. */
  private static final int PARTS = 10_000;

  private final StringBuilder content = new StringBuilder();

  /** A line of text, in the codes of {@link WinAnsi}. */
  void text(String codes, Font font, Ink ink, double left, double baseline) {
    content.append("BT ").append(ink.filling()).append(" /").append(font.face().name());
    append(font.size()).append(" Tf");
    append(left);
    append(HEIGHT - baseline).append(" Td ");
    content.append(PdfFile.string(codes)).append(" Tj ET\n");
  }

  /** A rectangle, filled. */
  void fill(Ink ink, double left, double top, double width, double height) {
    content.append(ink.filling());
    rectangle(left, top, width, height);
    content.append(" f\n");
  }

  /** The outline of a square, which is within it. */
  void box(Ink ink, double left, double top, double side, double thickness) {
    double inner = side - 2 * thickness;
    content.append(ink.filling());
    rectangle(left, top, side, side);
    rectangle(left + thickness, top + thickness, inner, inner);
    // By the even-odd rule, the inner one is a hole.
    content.append(" f*\n");
  }

  /** A QR without its quiet zone. It is one path: of many, viewers would show the seams. */
  void symbol(QrCode symbol, double left, double top, double side) {
    double module = side / symbol.size;
    content.append("q ").append(Ink.BLACK.filling());
    append(module).append(" 0 0");
    append(module);
    append(left);
    append(HEIGHT - top - side).append(" cm\n");
    for (int y = 0; y < symbol.size; y++) {
      int end;
      for (int x = 0; x < symbol.size; x = end) {
        end = x + 1;
        while (end < symbol.size && symbol.getModule(end, y) == symbol.getModule(x, y)) {
          end++;
        }
        if (symbol.getModule(x, y)) {
          content.append(x).append(' ').append(symbol.size - 1 - y).append(' ');
          content.append(end - x).append(" 1 re\n");
        }
      }
    }
    content.append("f Q\n");
  }

  /** The page as a PDF's operators. */
  byte[] content() {
    return content.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void rectangle(double left, double top, double width, double height) {
    append(left);
    append(HEIGHT - top - height);
    append(width);
    append(height).append(" re");
  }

  /** A number as PDF has it: without an exponent, and with a point in every language. */
  private StringBuilder append(double number) {
    long parts = Math.round(Math.abs(number) * PARTS);
    content.append(number < 0 ? " -" : " ").append(parts / PARTS);
    String decimals = Long.toString(PARTS + parts % PARTS).substring(1);
    int end = decimals.length();
    while (end > 0 && decimals.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? content : content.append('.').append(decimals, 0, end);
  }
}
