package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.RejectionReason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/**
 * Looks into a file that arrived. The bytes are kept before the document says that it is verified,
 * and what arrived is thrown away last, so that after a crash anywhere the repeated event finishes
 * the work. An event for what is decided, gone, replaced or closed changes nothing.
 */
public final class VerifyUpload {
  private static final Actor VERIFICATION = new Actor.Service("verification");
  private static final int SAVES = 5;

  private final FindApplication applications;
  private final SaveApplication save;
  private final DocumentFiles files;
  private final InspectFile inspect;
  private final Clock clock;

  public VerifyUpload(
      FindApplication applications,
      SaveApplication save,
      DocumentFiles files,
      InspectFile inspect,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.files = files;
    this.inspect = inspect;
    this.clock = clock;
  }

  /** Throws {@link Unavailable} when the event has to come again. */
  public void verify(ApplicationId id, DocumentId documentId) {
    Optional<byte[]> content =
        waiting(id, documentId).flatMap(ready -> files.arrived(id, documentId));
    if (content.isPresent()) {
      decide(id, documentId, content.get());
    }
    discardIfGone(id, documentId);
    files.discardArrived(id, documentId);
  }

  private void decide(ApplicationId id, DocumentId documentId, byte[] content) {
    for (int attempt = 0; attempt < SAVES; attempt++) {
      Optional<Waiting> waiting = waiting(id, documentId);
      if (waiting.isEmpty()) {
        return;
      }
      Application before = waiting.get().application();
      Document document = waiting.get().document();
      Optional<RejectionReason> flaw = flaw(document, content);
      if (flaw.isEmpty()) {
        files.keep(id, document, content);
      }
      Application after =
          flaw.isPresent()
              ? before.rejected(document, flaw.get(), VERIFICATION, clock.instant())
              : before.verified(document, VERIFICATION, clock.instant());
      if (save.save(Change.of(before, after)) instanceof SaveApplication.Saved) {
        return;
      }
    }
    throw new Unavailable("the application changed again and again while a file was verified");
  }

  private record Waiting(Application application, Document document) {}

  /** The document with its application, if a file for it still makes a difference. */
  private Optional<Waiting> waiting(ApplicationId id, DocumentId documentId) {
    return applications
        .find(id)
        .filter(application -> application.status().open())
        .flatMap(
            application ->
                application
                    .document(documentId)
                    .filter(document -> document.state() == Document.State.AWAITING_UPLOAD)
                    .map(document -> new Waiting(application, document)));
  }

  /** Bytes that were kept while their document was being taken back belong to nobody. */
  private void discardIfGone(ApplicationId id, DocumentId documentId) {
    boolean gone =
        applications.find(id).flatMap(application -> application.document(documentId)).isEmpty();
    if (gone) {
      files.discardKept(id, documentId);
    }
  }

  private Optional<RejectionReason> flaw(Document document, byte[] content) {
    if (content.length != document.size()) {
      return Optional.of(RejectionReason.OTHER_SIZE);
    }
    if (!sha256(content).equals(document.sha256())) {
      return Optional.of(RejectionReason.OTHER_CHECKSUM);
    }
    return switch (inspect.inspect(document.contentType(), content)) {
      case Inspection.Sound() -> Optional.empty();
      case Inspection.Unsound(var reason) -> Optional.of(RejectionReason.of(reason));
    };
  }

  private static String sha256(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
