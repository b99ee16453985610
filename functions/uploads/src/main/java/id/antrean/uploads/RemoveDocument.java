package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file back. What is gone already stays gone: a repeat is done, whatever version it names,
 * and throws away bytes that a crash may have left.
 */
public final class RemoveDocument {
  private static final int ATTEMPTS = 5;

  private final FindApplication applications;
  private final SaveApplication save;
  private final DocumentFiles files;
  private final Clock clock;

  public RemoveDocument(
      FindApplication applications, SaveApplication save, DocumentFiles files, Clock clock) {
    this.applications = applications;
    this.save = save;
    this.files = files;
    this.clock = clock;
  }

  /**
   * The application as it stands after; {@link Refusal.Overtaken} where its other steps were faster
   * each time.
   */
  public Outcome<Application> remove(
      ApplicationId id, DocumentId documentId, Actor.Applicant by, @Nullable IfVersion ifVersion) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application before = found.get();
      Optional<Document> document = before.document(documentId);
      if (document.isEmpty()) {
        files.discardKept(id, documentId);
        return Outcome.done(before);
      }
      if (ifVersion != null && !ifVersion.allows(before.revision())) {
        return Outcome.refused(new Refusal.Stale(before.revision()));
      }
      if (!before.status().open()) {
        return Outcome.refused(new Refusal.Locked(before.status()));
      }
      Application after = before.removed(document.get(), by, clock.instant());
      if (save.save(Change.of(before, after)) instanceof SaveApplication.Saved) {
        files.discardKept(id, documentId);
        return Outcome.done(after);
      }
    }
    return Outcome.refused(new Refusal.Overtaken(null));
  }
}
