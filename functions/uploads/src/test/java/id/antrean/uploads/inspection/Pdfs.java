package id.antrean.uploads.inspection;

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
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs, the good ones written by PDFBox, the odd ones by hand. */
final class Pdfs {

  private Pdfs() {}

  /** With an old table of cross references. */
  static byte[] plain(int pages) throws IOException {
    return written(pages, CompressParameters.NO_COMPRESSION);
  }

  /** With object streams and a cross reference stream. */
  static byte[] compressed(int pages) throws IOException {
    return written(pages, CompressParameters.DEFAULT_COMPRESSION);
  }

  static byte[] encrypted(String ownerPassword, String userPassword, CompressParameters compression)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return bytes(document, compression);
    }
  }

  /**
   * Objects 1, 2, … with these bodies, a right table of cross references, and object 1 as the
   * catalog.
   */
  static byte[] byHand(String trailerExtras, byte[]... bodies) {
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

  static byte[] stream(String dictionary, byte[] content) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(ascii("<< %s /Length %d >>\nstream\n".formatted(dictionary, content.length)));
    stream.writeBytes(content);
    stream.writeBytes(ascii("\nendstream"));
    return stream.toByteArray();
  }

  /**
   * One page that a cross reference stream of the given kind leads to.
   *
   * @param dictionary of the stream, beside its type, size, widths and root
   * @param packing how its content is stored
   */
  static byte[] byXrefStream(String dictionary, Packing packing) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(ascii("%PDF-1.7\n"));
    int catalog = pdf.size();
    pdf.writeBytes(ascii("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"));
    int pages = pdf.size();
    pdf.writeBytes(
        ascii("2 0 obj\n<< /Type /Pages /Count 1 /Kids [<< /Type /Page >>] >>\nendobj\n"));
    int xref = pdf.size();
    byte[] table = {
      0, 0, 0, 1, (byte) (catalog >> 8), (byte) catalog, 1, (byte) (pages >> 8), (byte) pages
    };
    pdf.writeBytes(ascii("3 0 obj\n"));
    pdf.writeBytes(
        stream("/Type /XRef /Size 3 /W [1 2 0] /Root 1 0 R " + dictionary, packing.pack(table)));
    pdf.writeBytes(ascii("\nendobj\nstartxref\n" + xref + "\n%%EOF\n"));
    return pdf.toByteArray();
  }

  /** How a stream's content is stored. */
  @FunctionalInterface
  interface Packing {
    byte[] pack(byte[] content) throws IOException;
  }

  /** Deflated, with so many zeros after it. */
  static Packing deflatedWithTail(int zeros) {
    return content -> {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
        deflater.write(content);
        deflater.write(new byte[zeros]);
      }
      return packed.toByteArray();
    };
  }

  static byte[] ascii(String text) {
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

  private static byte[] bytes(PDDocument document, CompressParameters compression)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, compression);
    return out.toByteArray();
  }
}
