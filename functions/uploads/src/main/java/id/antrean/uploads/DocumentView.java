package id.antrean.uploads;

import id.antrean.gateway.view.RejectionReasonView;
import org.jspecify.annotations.Nullable;

/** Where a document stands, and how to read it once it is verified. */
record DocumentView(
    String id,
    String kind,
    String contentType,
    long size,
    String status,
    @Nullable RejectionReasonView reason,
    @Nullable DownloadView download) {

  /** The request by which the file is read. */
  record DownloadView(String method, String url, String expiresAt) {}
}
