package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
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
    switch (UploadEvent.read(message.getBody())) {
      case UploadEvent.Test() -> journal.note("upload-test-event", message.getMessageId());
      case UploadEvent.Incomprehensible() ->
          journal.alarm("upload-event-unknown", message.getMessageId());
      case Arrivals(List<Arrival> arrivals, int strangers) -> {
        if (strangers > 0) {
          journal.alarm("upload-key-unknown", message.getMessageId());
        }
        arrivals.forEach(arrival -> verify(arrival, message.getMessageId()));
      }
    }
  }

  private void verify(Arrival arrival, String messageId) {
    try {
      verify.verify(arrival.application(), arrival.document());
    } catch (RuntimeException fault) {
      journal.fault(
          "verification-fault",
          messageId,
          fault,
          "applicationId",
          arrival.application().value(),
          "documentId",
          arrival.document().value());
      throw fault;
    }
  }
}
