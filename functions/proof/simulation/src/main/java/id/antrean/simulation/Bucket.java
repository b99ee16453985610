package id.antrean.simulation;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.Inspection;
import java.util.Optional;

/** Files that have all arrived and are all sound: what they hold decides nothing about seats. */
final class Bucket implements DocumentFiles {
  private static final byte[] CONTENT = {7};

  /** Base64 of the digest of what every file holds. */
  static final String SHA256 = "yjWHWPbSfmz0UnKTeXenSP2IOR22ec7afce/HwBe6Hk=";

  Inspection inspect(ContentType declared, byte[] content) {
    return new Inspection.Sound();
  }

  @Override
  public Optional<byte[]> arrived(ApplicationId application, DocumentId document) {
    return Optional.of(CONTENT.clone());
  }

  @Override
  public void keep(ApplicationId application, Document document, byte[] content) {}

  @Override
  public void discardArrived(ApplicationId application, DocumentId document) {}

  @Override
  public void discardKept(ApplicationId application, DocumentId document) {}
}
