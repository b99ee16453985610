package id.antrean.aws.documents;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.DocumentId;

/** Where in the bucket a document's bytes are. */
final class ObjectKeys {

  private ObjectKeys() {}

  static String arrived(ApplicationId application, DocumentId document) {
    return "incoming/" + application.value() + "/" + document.value();
  }

  static String kept(ApplicationId application, DocumentId document) {
    return "documents/" + application.value() + "/" + document.value();
  }
}
