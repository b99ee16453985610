package id.antrean.counter.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.gateway.Language;
import id.antrean.gateway.View;
import id.antrean.gateway.view.ApplicantView;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.ApplicationView.MoneyView;
import id.antrean.gateway.view.ApplicationView.PassportView;
import id.antrean.gateway.view.BillView;
import id.antrean.gateway.view.BookingView;
import id.antrean.gateway.view.DownloadView;
import id.antrean.gateway.view.RejectionReasonView;
import id.antrean.gateway.view.RequiredDocumentView;
import id.antrean.gateway.view.RequiredDocumentView.RequiredDocumentStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application as the officers of its office see it: all that its applicant sees, and the papers
 * to be read.
 */
public record AppointmentDetailsView(
    String id,
    Status status,
    int version,
    PassportRequest.Kind kind,
    PassportView passport,
    ApplicantView applicant,
    List<AppointmentPaperView> documents,
    MoneyView fee,
    @Nullable BookingView booking,
    @Nullable BillView bill,
    String createdAt)
    implements View {

  /**
   * A paper, how far its file is, and the address at which a verified one can be read for a while.
   *
   * @param seen whether the paper itself lay on the desk of the office: no file is needed then
   */
  public record AppointmentPaperView(
      DocumentKind kind,
      boolean required,
      RequiredDocumentStatus status,
      boolean seen,
      @Nullable String id,
      @Nullable String contentType,
      @Nullable RejectionReasonView reason,
      @Nullable DownloadView download)
      implements View {

    static AppointmentPaperView of(
        RequiredDocumentView paper,
        Optional<Document> file,
        Function<Document, DownloadView> download) {
      return new AppointmentPaperView(
          paper.kind(),
          paper.required(),
          paper.status(),
          paper.seen(),
          paper.id(),
          file.map(it -> it.contentType().mediaType()).orElse(null),
          paper.reason(),
          file.filter(Document::verified).map(download).orElse(null));
    }
  }

  /**
   * As it stands.
   *
   * @param download makes the request by which a verified file is read
   */
  public static AppointmentDetailsView of(
      Application application, Function<Document, DownloadView> download, Language language) {
    ApplicationView seen = ApplicationView.of(application, language);
    return new AppointmentDetailsView(
        seen.id(),
        seen.status(),
        seen.version(),
        seen.kind(),
        seen.passport(),
        seen.applicant(),
        seen.documents().stream()
            .map(paper -> AppointmentPaperView.of(paper, file(application, paper), download))
            .toList(),
        seen.fee(),
        seen.booking(),
        seen.bill(),
        seen.createdAt());
  }

  private static Optional<Document> file(Application application, RequiredDocumentView paper) {
    return Optional.ofNullable(paper.id())
        .flatMap(id -> application.dossier().document(new DocumentId(id)));
  }
}
