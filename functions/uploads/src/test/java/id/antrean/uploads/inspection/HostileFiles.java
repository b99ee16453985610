package id.antrean.uploads.inspection;

import static id.antrean.uploads.inspection.pdf.Pdfs.ascii;
import static id.antrean.uploads.inspection.picture.Pictures.chunk;
import static id.antrean.uploads.inspection.picture.Pictures.header;
import static id.antrean.uploads.inspection.picture.Pictures.join;
import static id.antrean.uploads.inspection.picture.Pictures.zeros;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.Inspection;
import id.antrean.uploads.inspection.pdf.Pdfs;
import id.antrean.uploads.inspection.picture.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.Deflater;

/**
 * Files made to exhaust who opens them, each as large as an upload may be or a few bytes that claim
 * to be. As a program it looks into all of them and prints what came of each.
 */
final class HostileFiles {
  private static final int LARGEST = DocumentFiles.LARGEST_BYTES;

  private HostileFiles() {}

  /** Every file by its name, made when asked for: one at a time fits in memory. */
  static Map<String, Supplier<byte[]>> pdfs() {
    Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
    String xref = "1 0 obj<</Type/XRef/W[0 %d 0]/Size 2000000000/Root 1 0 R%s/Length 0>>stream\n";
    files.put("a table of entries without bytes", () -> pdf(xref.formatted(0, "")));
    files.put(
        "a table that inflates to ten million entries",
        () ->
            join(
                ascii("%PDF-1.5\n" + xref.formatted(1, "/Filter/FlateDecode")),
                zeros(10_000_000),
                ascii("\nendstream endobj\nstartxref\n9\n%%EOF")));
    files.put("a nest without end", () -> repeated("1 0 obj ", "["));
    files.put("dictionaries without end", () -> repeated("1 0 obj [", "<<>>"));
    files.put("numbers without end", () -> repeated("1 0 obj [", "0 "));
    files.put("one endless name", () -> repeated("1 0 obj /", "A"));
    files.put("names without end", () -> repeated("1 0 obj [", "/A"));
    files.put("objects without end", () -> repeated("", "1 0 obj 1 "));
    files.put("nothing but the word obj", () -> repeated("", "obj"));
    files.put("trailers without end", () -> repeated("", "trailer<<>>"));
    files.put("strings that overlap", () -> repeated("", "1 0 obj ("));
    files.put("hexadecimal strings that overlap", () -> repeated("", "1 0 obj <"));
    files.put("comments that overlap", () -> repeated("", "1 0 obj %"));
    files.put("streams that overlap", () -> repeated("", "1 0 obj<</A 1>>stream\n"));
    files.put("long lists of numbers", () -> repeated("", "1 0 obj[" + "0 ".repeat(100_000) + "]"));
    files.put(
        "an object stream that inflates to 60 MB",
        () -> pdf(objectStream(1_000, 5, zeros(60_000_000))));
    files.put(
        "object streams of empty packing that overlap",
        () -> {
          byte[] empty = new byte[LARGEST - 10_000];
          for (int at = 2; at + 5 <= empty.length; at += 5) {
            empty[at + 3] = empty[at + 4] = -1;
          }
          empty[0] = 0x78;
          empty[1] = 1;
          String start = "5 0 obj<</Type/ObjStm/N 1/First 5/Filter/FlateDecode>>stream\n";
          return join(ascii("%PDF-1.5\n" + start.repeat(50)), empty);
        });
    files.put(
        "a million objects at one place",
        () ->
            pdf(
                objectStream(
                    1_000_000,
                    4_000_000,
                    packed("1 0 ".repeat(1_000_000) + "[" + "0 ".repeat(9)))));
    files.put(
        "long lists at one place",
        () ->
            pdf(
                objectStream(
                    200_000,
                    800_000,
                    packed("1 0 ".repeat(200_000) + "[" + "0 ".repeat(100_000) + "]"))));
    files.put(
        "a tree of pages that grows at each step",
        () -> {
          StringBuilder tree =
              new StringBuilder(
                  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj trailer<</Root 1 0 R>>");
          for (int node = 2; node < 300; node++) {
            tree.append(node).append(" 0 obj<</Kids[");
            tree.append((node + 1 + " 0 R ").repeat(2_000)).append("]>>endobj ");
          }
          return pdf(tree.toString());
        });
    files.put(
        "noise",
        () -> {
          byte[] noise = new byte[LARGEST - 8];
          new Random(1).nextBytes(noise);
          return join(ascii("%PDF-1.5"), noise);
        });
    return files;
  }

  static Map<String, Supplier<byte[]>> pngs() {
    Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
    byte[] end = chunk("IEND", new byte[0]);
    byte[] small = chunk("IDAT", zeros(500 * 1_801));
    files.put(
        "20,000 by 20,000",
        () ->
            Pictures.png(
                header(20_000, 20_000, 1, 0, 0), chunk("IDAT", zeros(20_000 * 2_501L)), end));
    files.put(
        "288 MB of rows",
        () ->
            Pictures.png(
                header(6_000, 6_000, 16, 6, 0),
                chunk("IDAT", zeros(6_000 * 48_001L - 9_000_000)),
                end));
    files.put(
        "100 MB behind a text",
        () ->
            Pictures.png(
                header(600, 500, 8, 2, 0),
                chunk("zTXt", join(new byte[] {'a', 0, 0}, zeros(100_000_000))),
                small,
                end));
    files.put(
        "texts without end",
        () -> filled(Pictures.png(header(600, 500, 8, 2, 0)), chunk("zTXt", new byte[] {0})));
    files.put(
        "data in empty pieces",
        () -> filled(Pictures.png(header(600, 500, 8, 2, 0)), chunk("IDAT", new byte[0])));
    return files;
  }

  static Map<String, Supplier<byte[]>> jpegs() {
    Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
    files.put("filling without end", () -> filled(new byte[] {-1, -40}, new byte[] {-1}));
    files.put(
        "tables without end",
        () ->
            filled(
                new byte[] {-1, -40},
                join(new byte[] {-1, -60, 0, 20, 0, 1}, new byte[15], new byte[1])));
    files.put(
        "segments of 64 KB",
        () -> filled(new byte[] {-1, -40}, join(new byte[] {-1, -31, -1, -1}, new byte[65_533])));
    files.put("thousands of scans", () -> Pictures.manyScans(12_000, 3_000, LARGEST));
    files.put("scans of the largest picture", () -> Pictures.manyScans(12_000, 12, LARGEST));
    files.put("noise", () -> Pictures.jpegOfNoise(LARGEST));
    return files;
  }

  private static byte[] pdf(String content) {
    return ascii("%PDF-1.5\n" + content + "\nendstream endobj\nstartxref\n9\n%%EOF");
  }

  private static byte[] pdf(byte[] content) {
    return join(ascii("%PDF-1.5\n"), content, ascii("\nstartxref\n9\n%%EOF"));
  }

  private static byte[] repeated(String start, String piece) {
    return filled(ascii("%PDF-1.5\n" + start), ascii(piece));
  }

  private static byte[] filled(byte[] start, byte[] piece) {
    byte[] file = Arrays.copyOf(start, LARGEST);
    for (int at = start.length; at < file.length; at++) {
      file[at] = piece[(at - start.length) % piece.length];
    }
    return file;
  }

  private static byte[] objectStream(int count, int first, byte[] packed) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(ascii("5 0 obj "));
    stream.writeBytes(
        Pdfs.stream(
            "/Type /ObjStm /N %d /First %d /Filter /FlateDecode".formatted(count, first), packed));
    stream.writeBytes(ascii(" endobj "));
    return stream.toByteArray();
  }

  private static byte[] packed(String content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(ascii(content));
    deflater.finish();
    byte[] packed = new byte[content.length() + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  /** Prints a line for each file: its kind, its name, what came of it. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    look(out, ContentType.PDF, pdfs());
    look(out, ContentType.PNG, pngs());
    look(out, ContentType.JPEG, jpegs());
  }

  private static void look(PrintStream out, ContentType type, Map<String, Supplier<byte[]>> files) {
    FileInspection inspection = new FileInspection(200);
    files.forEach(
        (name, file) -> {
          Inspection verdict = inspection.inspect(type, file.get());
          out.println(type + " | " + name + " | " + verdict);
        });
  }
}
