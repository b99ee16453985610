package id.antrean.domain.document;

import id.antrean.domain.ApplicationId;

/** Lets a client speak with the file store directly. */
public interface SignFileRequest {

  /** One upload of exactly the declared bytes, where no file has arrived yet. */
  SignedRequest upload(ApplicationId application, Document document);

  /** Reading a verified file, as a download with a telling name. */
  SignedRequest download(ApplicationId application, Document document);
}
