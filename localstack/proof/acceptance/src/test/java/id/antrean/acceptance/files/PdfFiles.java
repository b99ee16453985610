package id.antrean.acceptance.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

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

  /** Opens without asking, though it forbids printing. */
  public static UploadedFile encryptedForNobody() {
    return write(
        document -> {
          document.addPage(new PDPage());
          document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        });
  }

  /** Runs a script when it is opened; the script lies in an object stream. */
  public static UploadedFile withScript() {
    return write(
        document -> {
          document.addPage(new PDPage());
          document
              .getDocumentCatalog()
              .setOpenAction(new PDActionJavaScript("app.alert('Selamat datang');"));
        });
  }

  /** As scanner programs leave it: something before it, a wrong place of its table, no end. */
  public static UploadedFile carelesslyMade() {
    String file =
        "\r\n%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
            + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n"
            + "4 0 obj\n<< /Length 999 >>\nstream\n0 0 9 9 re f\nendstream\nendobj\n"
            + "xref\n1 5\n0000000007 00000 n \ntrailer\n<< /Root 1 0 R >>\nstartxref\n12\n"
            + "\0".repeat(5_000);
    return new UploadedFile(PDF, file.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** 118 bytes that claim two thousand million objects. */
  public static UploadedFile endlessTable() {
    String file =
        "%PDF-1.5\n1 0 obj<</Type/XRef/W[0 0 0]/Size 2000000000/Root 1 0 R/Length 0>>stream\n\n"
            + "endstream endobj\nstartxref\n9\n%%EOF";
    return new UploadedFile(PDF, file.getBytes(StandardCharsets.US_ASCII));
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
