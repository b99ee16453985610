package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.ChangeUntilBooked;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file back. What is gone already stays gone: a repeat is done, whatever version it names,
 * and throws away bytes that a crash may have left.
 */
@Singleton
public final class RemoveDocument {
  private final ApplicationRule mayChange = new ChangeUntilBooked();
  private final ChangeApplication applications;
  private final DocumentFiles files;
  private final Clock clock;

  public RemoveDocument(
      FindApplication applications, SaveApplication save, DocumentFiles files, Clock clock) {
    this.applications = new ChangeApplication(applications, save::save);
    this.files = files;
    this.clock = clock;
  }

  /**
   * The application as it stands after; {@link Refusal.Overtaken} where its other steps were faster
   * each time.
   */
  public Outcome<Application> remove(
      ApplicationId id, DocumentId documentId, Actor.Applicant by, @Nullable IfVersion ifVersion) {
    Outcome<Application> outcome =
        applications.change(
            new Wanted(id, by, ifVersion),
            application -> application.dossier().document(documentId).isEmpty(),
            application -> without(documentId, application, by));
    if (outcome instanceof Outcome.Done<Application>) {
      files.discardKept(id, documentId);
    }
    return outcome;
  }

  private Decision without(DocumentId documentId, Application application, Actor by) {
    Instant now = clock.instant();
    Optional<Refusal> locked = mayChange.refuses(application, now);
    if (locked.isPresent()) {
      return new Refuse(locked.get());
    }
    Document document = application.dossier().document(documentId).orElseThrow();
    return new Become(application, application.removed(document, by, now));
  }
}
