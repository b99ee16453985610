package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
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
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.policy.SendPapersAskedFor;
import id.antrean.gateway.EventLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
 */
@Singleton
public final class VerifyUpload {
  private static final Actor.Service VERIFICATION = new Actor.Service("verification");

  /** Within it another file is begun; a function has more than twice as long. */
  private static final Duration LOOKING = Duration.ofSeconds(12);

  private final SendPapersAskedFor maySend = new SendPapersAskedFor();
  private final FindApplication applications;
  private final ChangeApplication changes;
  private final DocumentFiles files;
  private final FindFlaw flaws;
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
    this.flaws = new FindFlaw(inspect, log);
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
    List<Waiting> waiting = new ArrayList<>();
    for (Arrived file : arrived) {
      Optional<Document> document = found.flatMap(it -> waiting(it, file.document()));
      document.ifPresentOrElse(
          it -> waiting.add(new Waiting(it, file.attempt())),
          () ->
              unlessItComesAgain(
                  file.document(), again, () -> cleanUp(id, file.document(), found)));
    }
    List<Judged> judged = new ArrayList<>();
    for (Waiting file : waiting) {
      DocumentId document = file.document().id();
      if (recency.age(begun).compareTo(LOOKING) < 0) {
        unlessItComesAgain(document, again, () -> judged(id, file).ifPresent(judged::add));
      } else {
        again.put(document, new Unavailable("time to look into one more file"));
      }
    }
    if (!judged.isEmpty()) {
      Optional<Application> now =
          changes.follow(found.orElseThrow(), VERIFICATION, it -> decided(it, judged));
      for (Judged file : judged) {
        DocumentId document = file.judgedAs.id();
        unlessItComesAgain(document, again, () -> cleanUp(id, document, now));
      }
    }
    return again;
  }

  /** A document that waits for the file that has arrived. */
  private record Waiting(Document document, int attempt) {}

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

  /** Empty where the bytes are there no more: another of its events has dealt with them. */
  private Optional<Judged> judged(ApplicationId id, Waiting file) {
    return files
        .arrived(id, file.document().id())
        .map(content -> new Judged(id, file.document(), content, file.attempt()));
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
      Optional<RejectionReason> found = flaws.of(document, content, attempt);
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
  private Optional<Document> waiting(Application application, DocumentId documentId) {
    return application
        .dossier()
        .document(documentId)
        .filter(document -> document.state() == Document.State.AWAITING_UPLOAD)
        .filter(
            document ->
                maySend.refuses(application, List.of(document.kind()), clock.instant()).isEmpty());
  }
}
