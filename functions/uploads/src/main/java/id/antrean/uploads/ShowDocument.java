package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.domain.document.SignedRequest;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import id.antrean.gateway.view.DownloadView;
import id.antrean.gateway.view.RejectionReasonView;
import id.antrean.uploads.DeclaredDocumentView.DeclarationStatus;
import id.antrean.uploads.DeclaredDocumentView.UploadMethod;
import id.antrean.uploads.DeclaredDocumentView.UploadView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Shows documents to their applicant, with the request by which a file can be sent or read. A
 * signature's end is told in business time, as every other time, though it passes on real time.
 */
final class ShowDocument {
  private final SignFileRequest sign;
  private final Clock clock;

  ShowDocument(SignFileRequest sign, Clock clock) {
    this.sign = sign;
    this.clock = clock;
  }

  DeclaredDocumentView declared(ApplicationId application, Declared declared) {
    return switch (declared) {
      case Declared.Standing(Document document) ->
          new DeclaredDocumentView(
              document.id().value(),
              document.kind(),
              DeclarationStatus.of(document.state()),
              upload(application, document));
      case Declared.Gone(DocumentId id, DocumentKind kind) ->
          new DeclaredDocumentView(id.value(), kind, DeclarationStatus.REMOVED, null);
    };
  }

  private @Nullable UploadView upload(ApplicationId application, Document document) {
    if (document.state() != Document.State.AWAITING_UPLOAD) {
      return null;
    }
    SignedRequest signed = sign.upload(application, document);
    return new UploadView(
        UploadMethod.valueOf(signed.method()), signed.url(), end(signed), signed.headers());
  }

  DocumentView of(ApplicationId application, Document document, Language language) {
    return new DocumentView(
        document.id().value(),
        document.kind(),
        document.contentType().mediaType(),
        document.size(),
        document.state(),
        RejectionReasonView.ofOrNull(document, language),
        download(application, document));
  }

  private @Nullable DownloadView download(ApplicationId application, Document document) {
    if (!document.verified()) {
      return null;
    }
    return DownloadView.of(sign.download(application, document), clock);
  }

  private String end(SignedRequest signed) {
    return Times.at(clock.instant().plus(signed.validFor()));
  }
}
