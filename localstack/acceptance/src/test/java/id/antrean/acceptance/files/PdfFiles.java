package id.antrean.acceptance.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Papers as PDF: a real one, and ones that cannot be read. */
public final class PdfFiles {
  private static final String PDF = "application/pdf";

  private PdfFiles() {}

  public static UploadedFile onePage() {
    return write(document -> document.addPage(new PDPage()));
  }

  public static UploadedFile withoutPages() {
    return write(document -> {});
  }

  /** Opens with a password only. */
  public static UploadedFile encrypted() {
    return write(
        document -> {
          document.addPage(new PDPage());
          document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
        });
  }

  /** Begins as a PDF does, and that is all. */
  public static UploadedFile headerAlone() {
    return new UploadedFile(PDF, "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }

  public static UploadedFile plainText() {
    return new UploadedFile(PDF, "Kartu Keluarga".getBytes(StandardCharsets.US_ASCII));
  }

  private interface Content {
    void addTo(PDDocument document) throws IOException;
  }

  private static UploadedFile write(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      content.addTo(document);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new UploadedFile(PDF, bytes.toByteArray());
  }
}
