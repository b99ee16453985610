package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Errand;
import id.antrean.gateway.Journal;
import id.antrean.uploads.UploadEvent.Arrival;
import id.antrean.uploads.UploadEvent.Arrivals;
import java.util.List;

/** Takes upload events off their queue. What nobody understands is dropped, with an alarm. */
public final class UploadQueueListener {
  private final VerifyUpload verify;
  private final Journal journal;

  public UploadQueueListener(VerifyUpload verify, Journal journal) {
    this.verify = verify;
    this.journal = journal;
  }

  /** Throws when the queue has to deliver the message again. */
  public void receive(SQSMessage message) {
    // S3 knows nothing of our requests: what is traced begins with its message.
    String id = message.getMessageId();
    Errand errand = Errand.message("uploads", id, id);
    switch (UploadEvent.read(message.getBody())) {
      case UploadEvent.Test() -> journal.errand(errand, () -> "test-event");
      case UploadEvent.Incomprehensible() -> journal.alarm("upload-event-unknown", id);
      case Arrivals(List<Arrival> arrivals, int strangers) -> {
        if (strangers > 0) {
          journal.alarm("upload-key-unknown", id);
        }
        arrivals.forEach(arrival -> verify(arrival, errand));
      }
    }
  }

  private void verify(Arrival arrival, Errand errand) {
    journal.errand(
        errand.about(arrival.application().value()).with("documentId", arrival.document().value()),
        () -> {
          verify.verify(arrival.application(), arrival.document());
          return "done";
        });
  }
}
