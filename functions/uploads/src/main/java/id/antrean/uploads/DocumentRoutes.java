package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.ApplicationInPath;
import id.antrean.gateway.Caller;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes of an application's documents. */
@Singleton
public final class DocumentRoutes implements Routes {
  private final DeclareDocument declare;
  private final RemoveDocument remove;
  private final ApplicationInPath applicationInPath;
  private final ShowDocument show;

  public DocumentRoutes(
      DeclareDocument declare,
      RemoveDocument remove,
      FindApplication applications,
      SignFileRequest sign,
      Clock clock) {
    this.declare = declare;
    this.remove = remove;
    this.applicationInPath = new ApplicationInPath(applications);
    this.show = new ShowDocument(sign, clock);
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
    Supplier<Declarations> declarations = DeclarationReader.read(request, errors);
    errors.check();
    return Api.answer(
        request
            .application()
            .then(
                id ->
                    declare
                        .declare(id, declarations.get(), caller.applicant(), key.orElse(null))
                        .then(declared -> Outcome.done(created(id, declarations.get(), declared)))),
        request,
        Function.identity());
  }

  /** Answered as it was sent. */
  private Answer created(ApplicationId id, Declarations sent, List<Declared> declared) {
    String application = "/applications/" + id;
    List<DeclaredDocumentView> views = declared.stream().map(it -> show.declared(id, it)).toList();
    return sent.isList()
        ? Answer.created(application, views)
        : Answer.created(application + "/documents/" + declared.getFirst().id(), views.getFirst());
  }

  private Answer one(Request request, Caller caller) {
    return Api.answer(
        applicationInPath
            .ofCaller(request, caller)
            .then(
                application ->
                    request
                        .document()
                        .then(id -> found(application.dossier().document(id)))
                        .then(
                            document ->
                                Outcome.done(
                                    show.of(application.id(), document, request.language())))),
        request,
        Answer::ok);
  }

  private static Outcome<Document> found(Optional<Document> document) {
    return document
        .<Outcome<Document>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  private Answer remove(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    errors.check();
    return Api.answer(
        request
            .application()
            .then(
                id ->
                    request
                        .document()
                        .then(
                            document ->
                                remove.remove(id, document, caller.applicant(), ifVersion))),
        request,
        removed -> Answer.noContent());
  }
}
