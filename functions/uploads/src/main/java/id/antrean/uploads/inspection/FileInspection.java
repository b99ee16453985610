package id.antrean.uploads.inspection;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Unsound;
import id.antrean.uploads.inspection.pdf.PdfInspection;
import id.antrean.uploads.inspection.picture.JpegInspection;
import id.antrean.uploads.inspection.picture.PngInspection;

/**
 * Hands each kind of file to who can look into it. Whatever is in a file, that takes at most 2 s of
 * one core and 256 MB of memory: each inspection counts its work, and says where it stops.
 */
public final class FileInspection implements InspectFile {
  private final int smallestSide;

  /**
   * Looks into files.
   *
   * @param smallestSide pixels that a picture's shorter side must have
   */
  public FileInspection(int smallestSide) {
    this.smallestSide = smallestSide;
  }

  @Override
  public Inspection inspect(ContentType declared, byte[] content) {
    if (content.length == 0) {
      return new Unsound(Reason.EMPTY);
    }
    return switch (declared) {
      case JPEG -> JpegInspection.inspect(content, smallestSide);
      case PNG -> PngInspection.inspect(content, smallestSide);
      case PDF -> PdfInspection.inspect(content);
    };
  }
}
