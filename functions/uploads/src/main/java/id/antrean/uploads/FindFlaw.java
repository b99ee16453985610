package id.antrean.uploads;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Unavailable;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.RejectionReason;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What is wrong with a file that arrived: it is another than was declared, or the inspection
 * rejects it.
 *
 * <p>A file never goes round for its own sake: what the inspection stumbles over is rejected at
 * once, and what it finds no memory for at the third attempt, since until then another file may
 * have been in the way. Only a store that does not answer brings an event back more often.
 */
final class FindFlaw {
  private static final int LAST_ATTEMPT = 3;

  private final InspectFile inspect;
  private final EventLog log;

  FindFlaw(InspectFile inspect, EventLog log) {
    this.inspect = inspect;
    this.log = log;
  }

  /**
   * Empty for a sound one.
   *
   * @param attempt how often its event has come, counted from 1
   * @throws Unavailable when there was no memory to look into it, and it has to come again
   */
  Optional<RejectionReason> of(Document document, byte[] content, int attempt) {
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
        LogEvent.INSPECTION_FAULT,
        CurrentRequest.id(),
        why,
        new Detail("documentId", document.id().value()));
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
