package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.NewDocumentId;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.RememberedDeclaration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Declares a file. The same file once more is the same document, and one that was rejected may be
 * uploaded again; another file for the same paper takes the former's place. A key is kept for 24
 * hours, whatever becomes of its document: what it made is remembered in the write that makes it.
 */
public final class DeclareDocument {
  private static final int ATTEMPTS = 5;
  private static final Duration KEY_KEPT = Duration.ofHours(24);

  private final FindApplication applications;
  private final SaveApplication save;
  private final DocumentFiles files;
  private final NewDocumentId ids;
  private final DigestRequest digests;
  private final RememberDeclaration declarations;
  private final SpendAllowance allowances;
  private final Clock clock;

  public DeclareDocument(
      FindApplication applications,
      SaveApplication save,
      DocumentFiles files,
      NewDocumentId ids,
      DigestRequest digests,
      RememberDeclaration declarations,
      SpendAllowance allowances,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.files = files;
    this.ids = ids;
    this.digests = digests;
    this.declarations = declarations;
    this.allowances = allowances;
    this.clock = clock;
  }

  /**
   * What it is after.
   *
   * @param key under which the request may be repeated for 24 hours; null without one
   * @return refused as {@link Refusal.Overtaken} where other steps of the application were faster
   *     each time
   */
  public Outcome<Declared> declare(
      ApplicationId id, Declaration declaration, Actor.Applicant by, @Nullable String key) {
    boolean spent = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application before = found.get();
      Instant now = clock.instant();
      Optional<RememberedDeclaration> known =
          key == null ? Optional.empty() : declarations.find(name(by, id, key), now);
      if (known.isPresent() && !known.get().digest().equals(digest(declaration))) {
        return Outcome.refused(new Refusal.KeyReused());
      }
      Optional<Document> standing = known.flatMap(it -> before.dossier().document(it.document()));
      if (known.isPresent() && standing.isEmpty()) {
        return Outcome.done(new Declared.Gone(known.get().document(), known.get().kind()));
      }
      if (known.isEmpty() && !before.status().open()) {
        return Outcome.refused(new Refusal.Locked(before.status()));
      }
      Document document = standing.orElseGet(() -> document(before, declaration, now));
      Optional<Refusal> refused =
          spent || document.state() != Document.State.AWAITING_UPLOAD
              ? Optional.empty()
              : spend(before, document);
      if (refused.isPresent()) {
        return Outcome.refused(refused.get());
      }
      spent = true;
      RememberedDeclaration first =
          key == null || known.isPresent()
              ? null
              : new RememberedDeclaration(
                  name(by, id, key),
                  digest(declaration),
                  document.id(),
                  document.kind(),
                  now.plus(KEY_KEPT));
      if (kept(before, document, first, by, now)) {
        return Outcome.done(new Declared.Standing(document));
      }
    }
    return Outcome.refused(new Refusal.Overtaken(null));
  }

  /** Whether document and key are stored; else somebody came between, and it is decided anew. */
  private boolean kept(
      Application before,
      Document document,
      @Nullable RememberedDeclaration first,
      Actor by,
      Instant now) {
    if (before.dossier().document(document.id()).filter(document::equals).isPresent()) {
      return first == null || declarations.remember(first, now);
    }
    Application after = before.declare(document, by, now);
    Change.Step step = Change.of(before, after);
    if (!(save.save(first == null ? step : step.remembering(first, now))
        instanceof SaveApplication.Saved)) {
      return false;
    }
    discardReplaced(before, after);
    return true;
  }

  /** An address to upload to is something to spend: of the account's, and of this paper's. */
  private Optional<Refusal> spend(Application application, Document document) {
    return allowances
        .spend(Allowance.UPLOAD_URL, application.id() + "#" + document.kind())
        .or(() -> allowances.spend(Allowance.DECLARATION, application.account()));
  }

  private String name(Actor.Applicant by, ApplicationId id, String key) {
    return digests.of(List.of("POST /applications/" + id + "/documents", by.account(), key));
  }

  private String digest(Declaration declaration) {
    return digests.of(declaration.content());
  }

  private Document document(Application application, Declaration declaration, Instant now) {
    return application.dossier().documents().stream()
        .filter(document -> document.sameFile(declaration.kind(), declaration.sha256()))
        .findFirst()
        .map(same -> again(same, declaration))
        .orElseGet(() -> declaration.document(ids.unguessable(), now));
  }

  /** The same document; waiting again if it was rejected or is now declared otherwise. */
  private static Document again(Document document, Declaration declaration) {
    boolean stays =
        switch (document.state()) {
          case VERIFIED -> true;
          case AWAITING_UPLOAD -> declaration.describes(document);
          case REJECTED -> false;
        };
    return stays ? document : declaration.document(document.id(), document.declaredAt());
  }

  private void discardReplaced(Application before, Application after) {
    before.dossier().documents().stream()
        .filter(Document::verified)
        .filter(document -> after.dossier().document(document.id()).isEmpty())
        .forEach(document -> files.discardKept(before.id(), document.id()));
  }
}
