package id.antrean.gateway.view;

import id.antrean.domain.document.Document;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import org.jspecify.annotations.Nullable;

/** Why a file was rejected, with a sentence that helps. */
public record RejectionReasonView(String code, String detail) {

  /** Null for a file that was not rejected. */
  public static @Nullable RejectionReasonView ofOrNull(Document document, Language language) {
    return document.reason() == null
        ? null
        : new RejectionReasonView(
            document.reason().name(),
            Messages.text(language, "rejection." + document.reason().name()));
  }
}
