package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file back. What is gone already stays gone: a repeat is done, whatever version it names,
 * and throws away bytes that a crash may have left.
 */
@Singleton
public final class RemoveDocument {
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
            application ->
                application.status().open()
                    ? new Become(
                        application,
                        application.removed(
                            application.dossier().document(documentId).orElseThrow(),
                            by,
                            clock.instant()))
                    : new Refuse(new Refusal.Locked(application.status())));
    if (outcome instanceof Outcome.Done<Application>) {
      files.discardKept(id, documentId);
    }
    return outcome;
  }
}
