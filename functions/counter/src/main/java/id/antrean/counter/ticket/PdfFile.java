package id.antrean.counter.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Puts a page into a file of PDF 1.4: its objects and the table of where each begins. Nothing is in
 * it of when, where or by what it was made.
 */
final class PdfFile {
  /** The bytes in the second line tell whoever carries the file that it is not text. */
  private static final byte[] HEADER =
      "%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n".getBytes(StandardCharsets.ISO_8859_1);

  private static final byte[] UTF_16_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final int OFFSET_DIGITS = 10;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private PdfFile() {}

  /**
   * A file of one page.
   *
   * @param language of the page, which decides how it is read aloud
   */
  static byte[] of(PdfPage page, String title, String language) {
    return new PdfFile().written(page, title, language);
  }

  /** A string as it stands in a PDF, of the codes of {@link WinAnsi}. */
  static String string(String codes) {
    StringBuilder string = new StringBuilder("(");
    for (int i = 0; i < codes.length(); i++) {
      char code = codes.charAt(i);
      if (code == '(' || code == ')' || code == '\\') {
        string.append('\\');
      }
      string.append(code);
    }
    return string.append(')').toString();
  }

  private byte[] written(PdfPage page, String title, String language) {
    file.writeBytes(HEADER);
    object(
        "<< /Type /Catalog /Pages 2 0 R /Lang "
            + string(WinAnsi.codes(language))
            + " /ViewerPreferences << /DisplayDocTitle true >> >>");
    object("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>");
    object(
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [ 0 0 "
            + (PdfPage.WIDTH + " " + PdfPage.HEIGHT)
            + " ] /Resources << /Font << "
            + ("/" + Typeface.REGULAR.name() + " 5 0 R ")
            + ("/" + Typeface.BOLD.name() + " 6 0 R ")
            + ">> >> >>");
    stream(Deflated.of(page.content()));
    font(Typeface.REGULAR);
    font(Typeface.BOLD);
    object("<< /Title " + inUnicode(title) + " >>");
    end();
    return file.toByteArray();
  }

  private void font(Typeface face) {
    object(
        "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /"
            + face.name()
            + " >>");
  }

  private void object(String content) {
    begin();
    write(content);
    write("\nendobj\n");
  }

  private void stream(byte[] packed) {
    begin();
    write("<< /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n");
    file.writeBytes(packed);
    write("\nendstream\nendobj\n");
  }

  private void begin() {
    offsets.add(file.size());
    write(offsets.size() + " 0 obj\n");
  }

  /** The table has lines of exactly 20 bytes: readers go to the one they want by counting. */
  private void end() {
    int table = file.size();
    int size = offsets.size() + 1;
    write("xref\n0 " + size + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      String digits = Integer.toString(offset);
      write("0".repeat(OFFSET_DIGITS - digits.length()) + digits + " 00000 n \n");
    }
    write("trailer\n<< /Size " + size + " /Root 1 0 R /Info 7 0 R >>\n");
    write("startxref\n" + table + "\n%%EOF\n");
  }

  private void write(String text) {
    file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A title is in another alphabet than the page, which has the same letters at other codes. */
  private static String inUnicode(String text) {
    HexFormat hex = HexFormat.of();
    return "<"
        + hex.formatHex(UTF_16_MARK)
        + hex.formatHex(text.getBytes(StandardCharsets.UTF_16BE))
        + ">";
  }
}
