package id.antrean.uploads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.SignFileRequest;
import id.antrean.domain.document.SignedRequest;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import id.antrean.gateway.view.RejectionView;
import java.time.Clock;

/**
 * A document as its applicant sees it, with the request by which its file can be sent or read. A
 * signature's end is told in business time, as every other time, though it passes on real time.
 */
final class DocumentView {
  private final SignFileRequest sign;
  private final Clock clock;

  DocumentView(SignFileRequest sign, Clock clock) {
    this.sign = sign;
    this.clock = clock;
  }

  /** What a declaration is answered: how to upload, while there is something to upload. */
  ObjectNode declared(ApplicationId application, Declared declared) {
    return switch (declared) {
      case Declared.Standing(Document document) -> standing(application, document);
      case Declared.Gone(DocumentId id, DocumentKind kind) ->
          head(id, kind, "REMOVED").putNull("upload");
    };
  }

  private static ObjectNode head(DocumentId id, DocumentKind kind, String status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id.value())
        .put("kind", kind.name())
        .put("status", status);
  }

  private ObjectNode standing(ApplicationId application, Document document) {
    ObjectNode view = head(document.id(), document.kind(), document.state().name());
    if (document.state() == Document.State.AWAITING_UPLOAD) {
      SignedRequest upload = sign.upload(application, document);
      ObjectNode request = request(view, "upload", upload);
      ObjectNode headers = request.putObject("headers");
      upload.headers().forEach(headers::put);
    } else {
      view.putNull("upload");
    }
    return view;
  }

  /** Where the document stands, and how to read it once it is verified. */
  ObjectNode of(ApplicationId application, Document document, Language language) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", document.id().value());
    view.put("kind", document.kind().name());
    view.put("contentType", document.contentType().mediaType());
    view.put("size", document.size());
    view.put("status", document.state().name());
    view.set("reason", RejectionView.of(document, language));
    if (document.verified()) {
      request(view, "download", sign.download(application, document));
    } else {
      view.putNull("download");
    }
    return view;
  }

  private ObjectNode request(ObjectNode view, String name, SignedRequest signed) {
    return view.putObject(name)
        .put("method", signed.method())
        .put("url", signed.url())
        .put("expiresAt", Times.at(clock.instant().plus(signed.validFor())));
  }
}
