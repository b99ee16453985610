package id.antrean.domain.document;

/**
 * Judges whether an uploaded file is what it was declared to be and can be opened at the counter.
 */
public interface InspectFile {

  /**
   * Ends in bounded time and memory whatever the content holds; it comes from strangers. Throws for
   * none of it that anybody knows of.
   */
  Inspection inspect(ContentType declared, byte[] content);
}
