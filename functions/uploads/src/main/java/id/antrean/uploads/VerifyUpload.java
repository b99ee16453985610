package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.RejectionReason;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.LogEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/**
 * Looks into a file that arrived. The bytes are kept before the document says that it is verified,
 * and what arrived is thrown away last, so that after a crash anywhere the repeated event finishes
 * the work. An event for what is decided, gone, replaced or closed changes nothing.
 *
 * <p>A file never goes round for its own sake: what the inspection stumbles over is rejected at
 * once, and what it finds no memory for at the third attempt, since until then another file may
 * have been in the way. Only a store that does not answer brings an event back more often.
 */
public final class VerifyUpload {
  private static final Actor.Service VERIFICATION = new Actor.Service("verification");
  private static final int LAST_ATTEMPT = 3;

  private final FindApplication applications;
  private final ChangeApplication changes;
  private final DocumentFiles files;
  private final InspectFile inspect;
  private final EventLog log;
  private final Clock clock;

  public VerifyUpload(
      FindApplication applications,
      SaveApplication save,
      DocumentFiles files,
      InspectFile inspect,
      EventLog log,
      Clock clock) {
    this.applications = applications;
    this.changes = new ChangeApplication(applications, save::save);
    this.files = files;
    this.inspect = inspect;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Throws {@link Unavailable} when the event has to come again.
   *
   * @param attempt how often the event has come, counted from 1
   */
  public void verify(ApplicationId id, DocumentId documentId, int attempt) {
    Optional<Application> found = applications.find(id);
    Optional<Document> waiting = found.flatMap(application -> waiting(application, documentId));
    Optional<byte[]> content = waiting.flatMap(ready -> files.arrived(id, documentId));
    boolean gone = found.flatMap(it -> it.dossier().document(documentId)).isEmpty();
    if (waiting.isPresent() && content.isPresent()) {
      gone = isGoneAfter(id, documentId, new Judged(waiting.get(), content.get(), attempt));
    }
    if (gone) {
      // Bytes that were kept while their document was being taken back belong to nobody.
      files.discardKept(id, documentId);
    }
    files.discardArrived(id, documentId);
  }

  /** Decides about the file, and says whether its document was taken back meanwhile. */
  private boolean isGoneAfter(ApplicationId id, DocumentId documentId, Judged judged) {
    return changes
        .follow(
            id,
            VERIFICATION,
            application -> {
              Optional<Document> waiting = waiting(application, documentId);
              return waiting.isEmpty() ? new Stay() : decided(application, waiting.get(), judged);
            })
        .flatMap(application -> application.dossier().document(documentId))
        .isEmpty();
  }

  private Become decided(Application application, Document document, Judged judged) {
    Optional<RejectionReason> flaw = judged.flaw(document);
    if (flaw.isEmpty()) {
      files.keep(application.id(), document, judged.content);
    }
    return new Become(
        application,
        flaw.isPresent()
            ? application.rejected(document, flaw.get(), VERIFICATION, clock.instant())
            : application.verified(document, VERIFICATION, clock.instant()));
  }

  /**
   * The bytes, looked into once for what they were declared to be, however often a save is tried.
   */
  private final class Judged {
    private final byte[] content;
    private final int attempt;
    private Document judgedAs;
    private Optional<RejectionReason> flaw;

    Judged(Document document, byte[] content, int attempt) {
      this.content = content;
      this.attempt = attempt;
      this.judgedAs = document;
      this.flaw = VerifyUpload.this.flaw(document, content, attempt);
    }

    Optional<RejectionReason> flaw(Document document) {
      if (!document.equals(judgedAs)) {
        judgedAs = document;
        flaw = VerifyUpload.this.flaw(document, content, attempt);
      }
      return flaw;
    }
  }

  /** The document, if a file for it still makes a difference. */
  private static Optional<Document> waiting(Application application, DocumentId documentId) {
    return application
        .dossier()
        .document(documentId)
        .filter(document -> document.state() == Document.State.AWAITING_UPLOAD)
        .filter(document -> application.status().open());
  }

  private Optional<RejectionReason> flaw(Document document, byte[] content, int attempt) {
    if (content.length != document.size()) {
      return Optional.of(RejectionReason.OTHER_SIZE);
    }
    if (!sha256(content).equals(document.sha256())) {
      return Optional.of(RejectionReason.OTHER_CHECKSUM);
    }
    try {
      return switch (inspect.inspect(document.contentType(), content)) {
        case Inspection.Sound() -> Optional.empty();
        case Inspection.Unsound(var reason) -> Optional.of(RejectionReason.of(reason));
      };
    } catch (RuntimeException | StackOverflowError stumbled) {
      return unreadable(document, stumbled);
    } catch (OutOfMemoryError full) {
      if (attempt >= LAST_ATTEMPT) {
        return unreadable(document, full);
      }
      throw new Unavailable("memory to look into a file", full);
    }
  }

  /** Somebody should find out why. */
  private Optional<RejectionReason> unreadable(Document document, Throwable why) {
    log.fault(
        LogEvent.INSPECTION_FAULT, CurrentRequest.id(), why, "documentId", document.id().value());
    return Optional.of(RejectionReason.unreadable(document.contentType()));
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
