package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.uploads.UploadEvent.Arrival;
import id.antrean.uploads.UploadEvent.Arrivals;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes upload events off their queue. What nobody understands is dropped, with an alarm; one
 * file's fate is no other's.
 */
public final class UploadQueueListener {
  private final VerifyUpload verify;
  private final EventLog log;

  public UploadQueueListener(VerifyUpload verify, EventLog log) {
    this.verify = verify;
    this.log = log;
  }

  /** Throws when the queue has to deliver the message again. */
  public void receive(SQSMessage message) {
    // S3 knows nothing of our requests: what is traced begins with its message.
    String id = message.getMessageId();
    Errand errand = Errand.message("uploads", id, id);
    switch (UploadEvent.read(message.getBody())) {
      case UploadEvent.Test() -> log.errand(errand, () -> "test-event");
      case UploadEvent.Incomprehensible() -> log.alarm("upload-event-unknown", id);
      case Arrivals(List<Arrival> arrivals, int strangers) -> {
        if (strangers > 0) {
          log.alarm("upload-key-unknown", id);
        }
        List<RuntimeException> faults =
            arrivals.stream()
                .flatMap(arrival -> verify(arrival, errand, attempt(message)).stream())
                .toList();
        if (!faults.isEmpty()) {
          throw faults.getFirst();
        }
      }
    }
  }

  private Optional<RuntimeException> verify(Arrival arrival, Errand errand, int attempt) {
    try {
      log.errand(
          errand
              .about(arrival.application().value())
              .with("documentId", arrival.document().value()),
          () -> {
            verify.verify(arrival.application(), arrival.document(), attempt);
            return "done";
          });
      return Optional.empty();
    } catch (RuntimeException fault) {
      return Optional.of(fault);
    }
  }

  private static int attempt(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String received = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return received == null ? 1 : Integer.parseInt(received);
  }
}
