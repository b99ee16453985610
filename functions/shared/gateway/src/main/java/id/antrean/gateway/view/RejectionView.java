package id.antrean.gateway.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.document.Document;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import org.jspecify.annotations.Nullable;

/** Why a file was rejected, with a sentence that helps. */
public final class RejectionView {

  private RejectionView() {}

  /** Null for a file that was not rejected. */
  public static @Nullable ObjectNode of(Document document, Language language) {
    return document.reason() == null
        ? null
        : JsonNodeFactory.instance
            .objectNode()
            .put("code", document.reason().name())
            .put("detail", Messages.text(language, "rejection." + document.reason().name()));
  }
}
