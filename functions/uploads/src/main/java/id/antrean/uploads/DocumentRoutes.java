package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Caller;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes of an application's documents. */
public final class DocumentRoutes implements Routes {
  private final DeclareDocument declare;
  private final RemoveDocument remove;
  private final FindApplication applications;
  private final DocumentView views;

  public DocumentRoutes(
      DeclareDocument declare,
      RemoveDocument remove,
      FindApplication applications,
      SignFileRequest sign,
      Clock clock) {
    this.declare = declare;
    this.remove = remove;
    this.applications = applications;
    this.views = new DocumentView(sign, clock);
  }

  @Override
  public Api on(Api api) {
    return api.applicant("POST", "/applications/{id}/documents", this::declare)
        .applicant("GET", "/applications/{id}/documents/{documentId}", this::one)
        .applicant("DELETE", "/applications/{id}/documents/{documentId}", this::remove);
  }

  private Answer declare(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    Supplier<Declaration> declaration =
        DeclarationReader.read(Fields.of(request, "application/json", errors));
    errors.check();
    Optional<ApplicationId> id = DocumentPath.application(request);
    if (id.isEmpty()) {
      return notFound(request);
    }
    return Api.answer(
        declare.declare(id.get(), declaration.get(), caller.applicant(), key.orElse(null)),
        request,
        declared ->
            Answer.created(
                "/applications/" + id.get() + "/documents/" + id(declared),
                views.declared(id.get(), declared)));
  }

  private static DocumentId id(Declared declared) {
    return switch (declared) {
      case Declared.Standing(Document document) -> document.id();
      case Declared.Gone(DocumentId id, DocumentKind ignored) -> id;
    };
  }

  private Answer one(Request request, Caller caller) {
    Optional<ApplicationId> id = DocumentPath.application(request);
    Optional<Document> document =
        id.flatMap(applications::find)
            .filter(application -> application.belongsTo(caller.applicant()))
            .flatMap(
                application ->
                    DocumentPath.document(request).flatMap(application.dossier()::document));
    return id.isPresent() && document.isPresent()
        ? Answer.ok(views.of(id.get(), document.get(), request.language()))
        : notFound(request);
  }

  private Answer remove(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    errors.check();
    Optional<ApplicationId> id = DocumentPath.application(request);
    Optional<DocumentId> documentId = DocumentPath.document(request);
    if (id.isEmpty() || documentId.isEmpty()) {
      return notFound(request);
    }
    return Api.answer(
        remove.remove(id.get(), documentId.get(), caller.applicant(), ifVersion),
        request,
        removed -> Answer.noContent());
  }

  private static Answer notFound(Request request) {
    return Api.answer(
        Outcome.<Document>refused(new Refusal.NotFound()), request, never -> Answer.noContent());
  }
}
