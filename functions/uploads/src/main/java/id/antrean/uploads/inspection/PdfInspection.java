package id.antrean.uploads.inspection;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Unsound;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Reads a PDF from its end to its first page, and nothing of what is on the pages. */
final class PdfInspection {

  private PdfInspection() {}

  /** Judges content that claims to be a PDF. */
  static Inspection inspect(byte[] content) {
    if (!ContentType.PDF.begins(content)) {
      return new Unsound(Reason.WRONG_TYPE);
    }
    try (RandomAccessReadBuffer source = new RandomAccessReadBuffer(content);
        PdfStructure structure = new PdfStructure(source)) {
      COSDictionary trailer = structure.trailer();
      return trailer.containsKey(COSName.ENCRYPT)
          ? new Unsound(Reason.PDF_ENCRYPTED)
          : PageSearch.from(trailer);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The parser meets a stranger's bytes: whatever it stumbles over is the file's fault, not
      // ours.
      return new Unsound(Reason.PDF_BROKEN);
    }
  }
}
