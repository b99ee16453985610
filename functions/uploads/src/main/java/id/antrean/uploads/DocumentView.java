package id.antrean.uploads;

import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.gateway.View;
import id.antrean.gateway.view.DownloadView;
import id.antrean.gateway.view.RejectionReasonView;
import org.jspecify.annotations.Nullable;

/** Where a document stands, and how to read it once it is verified. */
record DocumentView(
    String id,
    DocumentKind kind,
    String contentType,
    long size,
    Document.State status,
    @Nullable RejectionReasonView reason,
    @Nullable DownloadView download)
    implements View {}
