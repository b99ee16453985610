package id.antrean.domain.document;

/**
 * Judges whether an uploaded file is what it was declared to be and can be opened at the counter.
 */
public interface InspectFile {

  /** Never throws for anything the content may hold; it comes from strangers. */
  Inspection inspect(ContentType declared, byte[] content);
}
