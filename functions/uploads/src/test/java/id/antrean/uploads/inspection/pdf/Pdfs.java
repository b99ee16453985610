package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.picture.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** PDFs, the good ones written by PDFBox, the odd ones by hand. */
public final class Pdfs {

  private Pdfs() {}

  /** With an old table of cross references. */
  public static byte[] plain(int pages) throws IOException {
    return written(pages, CompressParameters.NO_COMPRESSION);
  }

  /** With object streams and a cross reference stream. */
  static byte[] compressed(int pages) throws IOException {
    return written(pages, CompressParameters.DEFAULT_COMPRESSION);
  }

  /** Encrypted with a key of so many bits. */
  static byte[] encrypted(
      String userPassword, int bits, boolean aes, CompressParameters compression, Content content)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      content.fill(document);
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(bits);
      policy.setPreferAES(aes);
      document.protect(policy);
      return bytes(document, compression);
    }
  }

  /** With this content, once with plain objects and once with object streams. */
  static List<byte[]> both(Content content) throws IOException {
    try (PDDocument document = new PDDocument();
        PDDocument again = new PDDocument()) {
      content.fill(document);
      content.fill(again);
      return List.of(
          bytes(document, CompressParameters.NO_COMPRESSION),
          bytes(again, CompressParameters.DEFAULT_COMPRESSION));
    }
  }

  /** What is to stand in a document. */
  @FunctionalInterface
  interface Content {
    void fill(PDDocument document) throws IOException;
  }

  /** Three pages, each of one picture: a scan. */
  static void scan(PDDocument document) throws IOException {
    for (int page = 1; page <= 3; page++) {
      PDPage sheet = new PDPage();
      document.addPage(sheet);
      PDImageXObject picture =
          PDImageXObject.createFromByteArray(
              document, Pictures.jpeg(200 + page, 200), "page" + page);
      try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
        content.drawImage(picture, 0, 0);
      }
    }
  }

  /** An object stream with these objects, numbered from 20. */
  static byte[] objectStream(String extras, String... objects) throws IOException {
    StringBuilder places = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < objects.length; i++) {
      places.append(20 + i).append(' ').append(all.length()).append(' ');
      all.append(objects[i]).append(' ');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(ascii(places.toString() + all));
    }
    return stream(
        "/Type /ObjStm /N %d /First %d /Filter /FlateDecode %s"
            .formatted(objects.length, places.length(), extras),
        packed.toByteArray());
  }

  /**
   * Objects 1, 2, … with these bodies, a right table of cross references, and object 1 as the
   * catalog.
   */
  public static byte[] byHand(String trailerExtras, byte[]... bodies) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(ascii("%PDF-1.7\n"));
    List<Integer> offsets = new ArrayList<>();
    for (byte[] body : bodies) {
      offsets.add(pdf.size());
      pdf.writeBytes(ascii(offsets.size() + " 0 obj\n"));
      pdf.writeBytes(body);
      pdf.writeBytes(ascii("\nendobj\n"));
    }
    int xref = pdf.size();
    pdf.writeBytes(ascii("xref\n0 " + (bodies.length + 1) + "\n0000000000 65535 f \n"));
    offsets.forEach(
        offset -> pdf.writeBytes(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", offset))));
    pdf.writeBytes(
        ascii(
            "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(bodies.length + 1, trailerExtras, xref)));
    return pdf.toByteArray();
  }

  public static byte[] stream(String dictionary, byte[] content) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(ascii("<< %s /Length %d >>\nstream\n".formatted(dictionary, content.length)));
    stream.writeBytes(content);
    stream.writeBytes(ascii("\nendstream"));
    return stream.toByteArray();
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] written(int pages, CompressParameters compression) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      return bytes(document, compression);
    }
  }

  static byte[] bytes(PDDocument document, CompressParameters compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, compression);
    return out.toByteArray();
  }
}
