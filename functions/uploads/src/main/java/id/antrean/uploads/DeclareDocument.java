package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.Outcome;
import id.antrean.domain.Refusal;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ApplicationId;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.NewDocumentId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Declares a file. The same file once more is the same document, and one that was rejected may be
 * uploaded again; another file for the same paper takes the former's place.
 */
public final class DeclareDocument {
  private static final int ATTEMPTS = 5;
  private static final Duration KEY_KEPT = Duration.ofHours(24);

  private final FindApplication applications;
  private final SaveApplication save;
  private final DocumentFiles files;
  private final NewDocumentId ids;
  private final DigestRequest digests;
  private final Clock clock;

  public DeclareDocument(
      FindApplication applications,
      SaveApplication save,
      DocumentFiles files,
      NewDocumentId ids,
      DigestRequest digests,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.files = files;
    this.ids = ids;
    this.digests = digests;
    this.clock = clock;
  }

  /**
   * The document as it stands after.
   *
   * @param key under which the request may be repeated for 24 hours; null without one
   */
  public Outcome<Document> declare(
      ApplicationId id, Declaration declaration, Actor.Applicant by, @Nullable String key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application before = found.get();
      Claim claim = key == null ? null : claim(before, by, key, declaration);
      Document made = claim == null ? null : claim.made();
      if (claim != null && made != null) {
        return claim.digest().equals(made.declaration())
            ? Outcome.done(made)
            : Outcome.refused(new Refusal.KeyReused());
      }
      if (!before.status().open()) {
        return Outcome.refused(new Refusal.Locked(before.status()));
      }
      Document document = document(before, declaration, claim);
      if (before.document(document.id()).filter(document::equals).isPresent()) {
        return Outcome.done(document);
      }
      Application after = before.declare(document, by, clock.instant());
      if (save.save(Change.of(before, after)) instanceof SaveApplication.Saved) {
        discardReplaced(before, after);
        return Outcome.done(document);
      }
    }
    throw new Unavailable("the application changed again and again while a file was declared");
  }

  /**
   * What a key stands for at an application.
   *
   * @param made by the first request with the key; null if this is the first
   */
  private record Claim(DocumentId id, String digest, @Nullable Document made) {}

  private Claim claim(
      Application application, Actor.Applicant by, String key, Declaration declaration) {
    String digest = digests.of(declaration.content());
    for (int generation = 0; ; generation++) {
      DocumentId id = ids.forKey(by.account(), application.id(), key, generation);
      Optional<Document> made = application.document(id);
      if (made.isEmpty() || keptKey(made.get())) {
        return new Claim(id, digest, made.orElse(null));
      }
    }
  }

  private boolean keptKey(Document document) {
    return clock.instant().isBefore(document.declaredAt().plus(KEY_KEPT));
  }

  private Document document(
      Application application, Declaration declaration, @Nullable Claim claim) {
    Optional<Document> same =
        application.documents().stream()
            .filter(document -> document.sameFile(declaration.kind(), declaration.sha256()))
            .findFirst();
    if (same.isPresent()) {
      return again(same.get(), declaration);
    }
    return claim == null
        ? declaration.document(ids.unguessable(), clock.instant(), null)
        : declaration.document(claim.id(), clock.instant(), claim.digest());
  }

  /** The same document; waiting again if it was rejected or is now declared otherwise. */
  private static Document again(Document document, Declaration declaration) {
    boolean stays =
        switch (document.state()) {
          case VERIFIED -> true;
          case AWAITING_UPLOAD -> declaration.describes(document);
          case REJECTED -> false;
        };
    return stays
        ? document
        : declaration.document(document.id(), document.declaredAt(), document.declaration());
  }

  private void discardReplaced(Application before, Application after) {
    before.documents().stream()
        .filter(Document::verified)
        .filter(document -> after.document(document.id()).isEmpty())
        .forEach(document -> files.discardKept(before.id(), document.id()));
  }
}
