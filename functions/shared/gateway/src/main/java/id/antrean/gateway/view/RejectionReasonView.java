package id.antrean.gateway.view;

import id.antrean.domain.document.Document;
import id.antrean.domain.document.RejectionReason;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a file was rejected, with a sentence that helps. */
public record RejectionReasonView(RejectionReason code, String detail) implements View {

  /** Null for a file that was not rejected. */
  public static @Nullable RejectionReasonView ofOrNull(Document document, Language language) {
    return document.reason() == null
        ? null
        : new RejectionReasonView(
            document.reason(),
            Messages.text(
                language,
                "rejection." + document.reason().name(),
                Objects.requireNonNullElse(document.note(), "")));
  }
}
