package id.antrean.gateway.view;

import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.gateway.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A paper that is asked for, or one too many, and how far its file is. */
public record RequiredDocumentView(
    String kind,
    boolean required,
    List<String> accepts,
    String status,
    @Nullable String id,
    @Nullable RejectionReasonView reason) {

  static RequiredDocumentView of(
      Paper paper, boolean required, Optional<Document> file, Language language) {
    return new RequiredDocumentView(
        paper.kind().name(),
        required,
        paper.accepts().stream().map(DocumentKind::name).toList(),
        file.map(found -> found.state().name()).orElse("MISSING"),
        file.map(found -> found.id().value()).orElse(null),
        file.map(found -> RejectionReasonView.ofOrNull(found, language)).orElse(null));
  }
}
