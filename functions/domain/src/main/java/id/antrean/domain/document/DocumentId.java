package id.antrean.domain.document;

/** An unguessable id of a document: 16 characters of base64url. */
public record DocumentId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
