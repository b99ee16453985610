package id.antrean.uploads;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Again;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.NewDocumentId;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.policy.SendPapersAskedFor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Declares files, as many as a request names, in one write or not at all. The same file once more
 * is the same document, and one that was rejected may be uploaded again; another file for the same
 * paper takes the former's place. A key is kept for 24 hours, whatever becomes of its documents:
 * what it made is remembered in the write that makes it.
 */
@Singleton
public final class DeclareDocument {
  private static final Duration KEY_KEPT = Duration.ofHours(24);

  private final SendPapersAskedFor maySend = new SendPapersAskedFor();
  private final ChangeApplication applications;
  private final DocumentFiles files;
  private final NewDocumentId ids;
  private final DigestRequest digests;
  private final RememberDeclaration remembered;
  private final SpendAllowance allowances;
  private final Clock clock;

  public DeclareDocument(
      FindApplication applications,
      SaveApplication save,
      DocumentFiles files,
      NewDocumentId ids,
      DigestRequest digests,
      RememberDeclaration remembered,
      SpendAllowance allowances,
      Clock clock) {
    this.applications = new ChangeApplication(applications, save::save);
    this.files = files;
    this.ids = ids;
    this.digests = digests;
    this.remembered = remembered;
    this.allowances = allowances;
    this.clock = clock;
  }

  /**
   * What the files are after, in their order.
   *
   * @param key under which the request may be repeated for 24 hours; null without one
   * @return refused as {@link Refusal.Overtaken} where other steps of the application were faster
   *     each time
   */
  public Outcome<List<Declared>> declare(
      ApplicationId id, Declarations declarations, Actor.Applicant by, @Nullable String key) {
    Attempt attempt = new Attempt(declarations, by, key);
    return applications
        .change(new Wanted(id, by, null), attempt::decide)
        .then(
            after -> {
              attempt.replaced.forEach(former -> files.discardKept(id, former));
              return Outcome.done(attempt.declared);
            });
  }

  /** One request, which may have to be decided more than once and costs its sender once. */
  private final class Attempt {
    private final Declarations declarations;
    private final Actor.Applicant by;
    private final @Nullable String key;
    private List<Declared> declared = List.of();
    private List<DocumentId> replaced = List.of();
    private boolean spent;

    Attempt(Declarations declarations, Actor.Applicant by, @Nullable String key) {
      this.declarations = declarations;
      this.by = by;
      this.key = key;
    }

    Decision decide(Application application) {
      replaced = List.of();
      Instant now = clock.instant();
      String name = key == null ? null : name(by, application.id(), key);
      Optional<RememberedDeclaration> known =
          Optional.ofNullable(name).flatMap(it -> remembered.find(it, now));
      if (known.isPresent() && !known.get().digest().equals(digest(declarations))) {
        return new Refuse(new Refusal.KeyReused());
      }
      Optional<Refusal> locked =
          known.isPresent()
              ? Optional.empty()
              : maySend.refuses(application, kinds(declarations), now);
      if (locked.isPresent()) {
        return new Refuse(locked.get());
      }
      declared =
          known
              .map(first -> asTheyStand(first, application))
              .orElseGet(() -> decided(declarations, application, now));
      List<Document> documents = documents(declared);
      Optional<Refusal> refused = spent ? Optional.empty() : spend(application, documents);
      if (refused.isPresent()) {
        return new Refuse(refused.get());
      }
      spent = true;
      RememberedDeclaration first =
          name == null || known.isPresent() ? null : toRemember(name, declarations, documents, now);
      return kept(application, documents, first, now);
    }

    /** Documents and key are stored together; where only the key is new, it is by itself. */
    private Decision kept(
        Application application,
        List<Document> documents,
        @Nullable RememberedDeclaration first,
        Instant now) {
      List<Document> changed =
          documents.stream()
              .filter(it -> application.dossier().document(it.id()).filter(it::equals).isEmpty())
              .toList();
      if (changed.isEmpty()) {
        return first == null || remembered.remember(first, now) ? new Stay() : new Again();
      }
      Application after = application.declare(changed, by, now);
      replaced = replaced(application, after);
      Change.Step step = Change.of(application, after);
      return new Become(first == null ? step : step.remembering(first, now));
    }
  }

  private static List<DocumentKind> kinds(Declarations declarations) {
    return declarations.files().stream().map(Declaration::kind).toList();
  }

  private static List<Document> documents(List<Declared> declared) {
    return declared.stream()
        .flatMap(
            it ->
                it instanceof Declared.Standing(Document document)
                    ? Stream.of(document)
                    : Stream.empty())
        .toList();
  }

  /** What the first request under a key declared, and what has become of it. */
  private static List<Declared> asTheyStand(RememberedDeclaration first, Application now) {
    return first.documents().stream()
        .map(
            made ->
                now.dossier()
                    .document(made.id())
                    .<Declared>map(Declared.Standing::new)
                    .orElseGet(() -> new Declared.Gone(made.id(), made.kind())))
        .toList();
  }

  private List<Declared> decided(Declarations declarations, Application before, Instant now) {
    return declarations.files().stream()
        .<Declared>map(file -> new Declared.Standing(document(before, file, now)))
        .toList();
  }

  private RememberedDeclaration toRemember(
      String name, Declarations declarations, List<Document> documents, Instant now) {
    return new RememberedDeclaration(
        name,
        digest(declarations),
        documents.stream()
            .map(it -> new RememberedDeclaration.Declared(it.id(), it.kind()))
            .toList(),
        now.plus(KEY_KEPT));
  }

  /** An address to upload to is something to spend: of the account's, and of each paper's. */
  private Optional<Refusal> spend(Application application, List<Document> documents) {
    List<Document> addressed =
        documents.stream().filter(it -> it.state() == Document.State.AWAITING_UPLOAD).toList();
    if (addressed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refusal> refused =
        allowances.spend(Allowance.DECLARATION, application.account(), addressed.size());
    for (Document document : addressed) {
      refused =
          refused.or(
              () ->
                  allowances.spend(Allowance.UPLOAD_URL, application.id() + "#" + document.kind()));
    }
    return refused;
  }

  private String name(Actor.Applicant by, ApplicationId id, String key) {
    return digests.of(List.of("POST /applications/" + id + "/documents", by.account(), key));
  }

  private String digest(Declarations declarations) {
    return digests.of(declarations.content());
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

  /** Files that were kept and have given way to others. */
  private static List<DocumentId> replaced(Application before, Application after) {
    return before.dossier().documents().stream()
        .filter(Document::kept)
        .map(Document::id)
        .filter(id -> after.dossier().document(id).isEmpty())
        .toList();
  }
}
