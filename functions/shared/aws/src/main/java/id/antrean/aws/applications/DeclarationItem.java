package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RememberedDeclaration;
import id.antrean.domain.document.RememberedDeclaration.Declared;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A remembered declaration as an item of the guards table. The store clears it away some time after
 * {@code forgetAt}; whether it still counts is read from {@code until}.
 */
final class DeclarationItem {
  /** The condition under which its key may be written, with {@link #NAMES} and {@link #at}. */
  static final String FREE = "attribute_not_exists(#guard) OR #until <= :now";

  static final Map<String, String> NAMES = Map.of("#guard", "guard", "#until", "until");

  private DeclarationItem() {}

  static Map<String, AttributeValue> key(String key) {
    return new ItemWriter().text("guard", "declaration#" + key).attributes();
  }

  static Map<String, AttributeValue> at(Instant now) {
    return new ItemWriter().instant(":now", now).attributes();
  }

  static Map<String, AttributeValue> of(RememberedDeclaration declaration) {
    return new ItemWriter()
        .text("guard", "declaration#" + declaration.key())
        .number("schema", 1)
        .text("requestId", CurrentRequest.id())
        .text("digest", declaration.digest())
        .list("documents", declaration.documents().stream().map(DeclarationItem::declared).toList())
        .instant("until", declaration.until())
        .number("forgetAt", declaration.until().getEpochSecond())
        .attributes();
  }

  static RememberedDeclaration declaration(String key, ItemReader item) {
    return new RememberedDeclaration(
        key,
        item.text("digest"),
        item.has("documents")
            ? item.list("documents").stream().map(DeclarationItem::declared).toList()
            : List.of(former(item)),
        item.instant("until"));
  }

  private static ItemWriter declared(Declared document) {
    return new ItemWriter().text("id", document.id().value()).text("kind", document.kind().name());
  }

  private static Declared declared(ItemReader document) {
    return new Declared(
        new DocumentId(document.text("id")), DocumentKind.valueOf(document.text("kind")));
  }

  /** Before several could be declared at once. */
  private static Declared former(ItemReader item) {
    return new Declared(
        new DocumentId(item.text("document")), DocumentKind.valueOf(item.text("kind")));
  }
}
