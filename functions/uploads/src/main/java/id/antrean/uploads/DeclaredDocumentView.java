package id.antrean.uploads;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a declaration is answered: how to upload, while there is something to upload. */
record DeclaredDocumentView(String id, String kind, String status, @Nullable UploadView upload) {

  /** The request by which the file is sent. */
  record UploadView(String method, String url, String expiresAt, Map<String, String> headers) {}
}
