package id.antrean.counter;

import id.antrean.counter.ReviewPapers.OfIdentity;
import id.antrean.counter.ReviewPapers.OfPaper;
import id.antrean.counter.ReviewPapers.Review;
import id.antrean.counter.view.AppointmentDetailsView;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.ApplicationInPath;
import id.antrean.gateway.Caller;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.OfficeInPath;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Reason;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.gateway.view.DownloadView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An application that has its seat at an office, or had it last, as that office sees it. */
@Singleton
final class AppointmentRoutes implements Routes {
  private final OfficeInPath officeInPath;
  private final ApplicationInPath applicationInPath;
  private final ReviewPapers review;
  private final SignFileRequest sign;
  private final EventLog log;
  private final Clock clock;

  AppointmentRoutes(
      FindOffice offices,
      FindApplication applications,
      ReviewPapers review,
      SignFileRequest sign,
      EventLog log,
      Clock clock) {
    this.officeInPath = new OfficeInPath(offices);
    this.applicationInPath = new ApplicationInPath(applications);
    this.review = review;
    this.sign = sign;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    String one = "/offices/{officeId}/appointments/{applicationId}";
    return api.officeReader("GET", one, officeInPath.at(this::whole))
        .officer("POST", one + "/review", officeInPath.at(this::review));
  }

  // ---- Looking at it ----

  private Answer whole(Request request, Caller caller, Office office) {
    return Api.answer(
        applicationInPath.ofOffice(request, caller, office),
        request,
        application -> shown(application, request, caller, office));
  }

  /** Who read a person's data is on record before they have them; the data are not. */
  private Answer shown(Application application, Request request, Caller caller, Office office) {
    log.tell(LogEvent.APPLICATION_READ, request, office, application, "reader", caller);
    return answer(application, request);
  }

  private Answer answer(Application application, Request request) {
    return Answer.ok(
            AppointmentDetailsView.of(
                application,
                document -> DownloadView.of(sign.download(application.id(), document), clock),
                request.language()))
        .version(application.revision());
  }

  // ---- Saying something of it ----

  /** What is said of a paper, as clients name it. */
  private enum PaperIs {
    ACCEPTED,
    AGAIN
  }

  private Answer review(Request request, Caller caller, Office office) {
    FieldErrors errors = new FieldErrors();
    @Nullable IfVersion ifVersion = Preconditions.ifMatch(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    List<Supplier<OfPaper>> papers =
        body.has("papers")
            ? papers(body.objects("papers", DocumentKind.values().length), errors)
            : List.of();
    Optional<Supplier<OfIdentity>> identity =
        body.has("identity")
            ? Optional.of(identity(body.object("identity"), errors))
            : Optional.empty();
    Optional<Read<String>> note =
        body.has("note") ? Optional.of(Reason.read(body, "note", errors)) : Optional.empty();
    if (papers.isEmpty() && identity.isEmpty() && note.isEmpty()) {
      errors.add("", "nothing-said");
    }
    body.nothingElse();
    errors.check();
    return Api.answer(
        request
            .application()
            .then(
                id ->
                    review.review(
                        id,
                        new Review(
                            papers.stream().map(Supplier::get).toList(),
                            identity.map(Supplier::get).orElse(null),
                            note.map(Read::get).orElse(null)),
                        caller.staffOf(office.id()),
                        ifVersion)),
        request,
        application -> {
          log.tell(LogEvent.APPLICATION_REVIEWED, request, office, application, "officer", caller);
          return answer(application, request);
        });
  }

  private static List<Supplier<OfPaper>> papers(List<Fields> papers, FieldErrors errors) {
    Set<DocumentKind> before = EnumSet.noneOf(DocumentKind.class);
    return papers.stream().map(paper -> paper(paper, before, errors)).toList();
  }

  private static Supplier<OfPaper> paper(
      Fields fields, Set<DocumentKind> before, FieldErrors errors) {
    Read<DocumentKind> kind = fields.oneOf("kind", DocumentKind.class);
    if (kind.ifSound().filter(it -> !before.add(it)).isPresent()) {
      fields.fault("kind", "paper-twice");
    }
    Read<PaperIs> verdict = fields.oneOf("verdict", PaperIs.class);
    boolean again = verdict.ifSound().filter(PaperIs.AGAIN::equals).isPresent();
    Optional<Read<String>> reason =
        again || fields.has("reason")
            ? Optional.of(Reason.read(fields, "reason", errors))
            : Optional.empty();
    fields.nothingElse();
    return () ->
        new OfPaper(
            kind.get(), verdict.get() == PaperIs.AGAIN ? reason.map(Read::get).orElse(null) : null);
  }

  private static Supplier<OfIdentity> identity(Fields fields, FieldErrors errors) {
    Read<IdentityVerdict> verdict = fields.oneOf("verdict", IdentityVerdict.class);
    verdict
        .ifSound()
        .filter(IdentityVerdict.PENDING::equals)
        .ifPresent(open -> errors.add(fields.pointer("verdict"), "not-decided"));
    Read<String> reason = Reason.read(fields, "reason", errors);
    fields.nothingElse();
    return () -> new OfIdentity(verdict.get(), reason.get());
  }
}
