package id.antrean.uploads.inspection;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Unsound;
import id.antrean.domain.document.JpegInspection;
import id.antrean.domain.document.PngInspection;

/** Hands each kind of file to who can look into it. */
public final class FileInspection implements InspectFile {

  @Override
  public Inspection inspect(ContentType declared, byte[] content) {
    if (content.length == 0) {
      return new Unsound(Reason.EMPTY);
    }
    return switch (declared) {
      case JPEG -> JpegInspection.inspect(content);
      case PNG -> PngInspection.inspect(content);
      case PDF -> PdfInspection.inspect(content);
    };
  }
}
