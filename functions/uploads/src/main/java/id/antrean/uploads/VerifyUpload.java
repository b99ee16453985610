package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Recency;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.InspectedFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.RejectionReason;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.LogEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks into files that arrived, those of one application in one step. The bytes are kept before a
 * document says that it is verified, and what arrived is thrown away last, so that after a crash
 * anywhere the repeated events finish the work. An event for what is decided, gone, replaced or
 * closed changes nothing.
 *
 * <p>A file never goes round for its own sake: what the inspection stumbles over is rejected at
 * once, and what it finds no memory for at the third attempt, since until then another file may
 * have been in the way. Only a store that does not answer brings an event back more often.
 */
public final class VerifyUpload {
  private static final Actor.Service VERIFICATION = new Actor.Service("verification");
  private static final int LAST_ATTEMPT = 3;

  /** Within it another file is begun; a function has more than twice as long. */
  private static final Duration LOOKING = Duration.ofSeconds(12);

  private final FindApplication applications;
  private final ChangeApplication changes;
  private final DocumentFiles files;
  private final InspectFile inspect;
  private final EventLog log;
  private final Recency recency;
  private final Clock clock;

  public VerifyUpload(
      FindApplication applications,
      SaveApplication save,
      DocumentFiles files,
      InspectFile inspect,
      EventLog log,
      Recency recency,
      Clock clock) {
    this.applications = applications;
    this.changes = new ChangeApplication(applications, save::save);
    this.files = files;
    this.inspect = inspect;
    this.log = log;
    this.recency = recency;
    this.clock = clock;
  }

  /**
   * A file that arrived for a document.
   *
   * @param attempt how often its event has come, counted from 1
   */
  public record Arrived(DocumentId document, int attempt) {}

  /**
   * Looks into them; one's fate is no other's. What there is no time for comes again, so that what
   * was looked into is decided before a function's time is over.
   *
   * @param arrived each document once
   * @return for which of them the event has to come again, and why
   * @throws Unavailable when all of them have to
   */
  public Map<DocumentId, RuntimeException> verify(ApplicationId id, List<Arrived> arrived) {
    Recency.Mark begun = recency.mark();
    Map<DocumentId, RuntimeException> again = new HashMap<>();
    Optional<Application> found = applications.find(id);
    List<Arrived> waiting = new ArrayList<>();
    for (Arrived file : arrived) {
      if (found.flatMap(application -> waiting(application, file.document())).isPresent()) {
        waiting.add(file);
      } else {
        unlessItComesAgain(file.document(), again, () -> cleanUp(id, file.document(), found));
      }
    }
    if (waiting.isEmpty()) {
      return again;
    }
    Application application = found.orElseThrow();
    List<Judged> judged = new ArrayList<>();
    for (Arrived file : waiting) {
      if (recency.age(begun).compareTo(LOOKING) < 0) {
        unlessItComesAgain(
            file.document(), again, () -> judged(application, file).ifPresent(judged::add));
      } else {
        again.put(file.document(), new Unavailable("time to look into one more file"));
      }
    }
    Optional<Application> now =
        changes.follow(application, VERIFICATION, it -> decided(it, judged));
    for (Arrived file : waiting) {
      if (!again.containsKey(file.document())) {
        unlessItComesAgain(file.document(), again, () -> cleanUp(id, file.document(), now));
      }
    }
    return again;
  }

  private static void unlessItComesAgain(
      DocumentId document, Map<DocumentId, RuntimeException> again, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException later) {
      again.put(document, later);
    } catch (OutOfMemoryError full) {
      again.put(document, new Unavailable("memory for a file", full));
    }
  }

  /** Bytes that were kept while their document was being taken back belong to nobody. */
  private void cleanUp(ApplicationId id, DocumentId document, Optional<Application> now) {
    if (now.flatMap(it -> it.dossier().document(document)).isEmpty()) {
      files.discardKept(id, document);
    }
    files.discardArrived(id, document);
  }

  private Optional<Judged> judged(Application application, Arrived file) {
    return waiting(application, file.document())
        .flatMap(
            document ->
                files
                    .arrived(application.id(), document.id())
                    .map(
                        content ->
                            new Judged(application.id(), document, content, file.attempt())));
  }

  private Decision decided(Application application, List<Judged> judged) {
    List<InspectedFile> files =
        judged.stream()
            .flatMap(
                file ->
                    waiting(application, file.judgedAs.id()).stream()
                        .flatMap(document -> file.as(document).stream()))
            .toList();
    return files.isEmpty()
        ? new Stay()
        : new Become(application, application.inspected(files, VERIFICATION, clock.instant()));
  }

  /**
   * A file that was looked into once for what it was declared to be, however often a save is tried;
   * a sound one is kept. Its bytes are not held meanwhile: several of ten megabytes may be under
   * way.
   */
  private final class Judged {
    private final ApplicationId application;
    private final int attempt;
    private Document judgedAs;
    private @Nullable RejectionReason flaw;

    Judged(ApplicationId application, Document document, byte[] content, int attempt) {
      this.application = application;
      this.attempt = attempt;
      this.judgedAs = document;
      this.flaw = judge(document, content);
    }

    private @Nullable RejectionReason judge(Document document, byte[] content) {
      Optional<RejectionReason> found = VerifyUpload.this.flaw(document, content, attempt);
      if (found.isEmpty()) {
        files.keep(application, document, content);
      }
      return found.orElse(null);
    }

    /** Empty where it was declared otherwise meanwhile, and has not arrived as that. */
    Optional<InspectedFile> as(Document document) {
      if (!document.equals(judgedAs)) {
        Optional<byte[]> content = files.arrived(application, document.id());
        if (content.isEmpty()) {
          return Optional.empty();
        }
        flaw = judge(document, content.get());
        judgedAs = document;
      }
      return Optional.of(new InspectedFile(document, flaw));
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
