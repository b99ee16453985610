package id.antrean.uploads;

import id.antrean.gateway.EventLog;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import id.antrean.uploads.UploadEvent.Arrival;
import id.antrean.uploads.UploadEvent.Arrivals;
import java.util.List;
import java.util.Optional;

/** Messages of the object store that files have arrived: each is looked into. */
final class UploadMessages implements ReadMessage {
  private final VerifyUpload verify;
  private final EventLog log;

  UploadMessages(VerifyUpload verify, EventLog log) {
    this.verify = verify;
    this.log = log;
  }

  @Override
  public Optional<List<Task>> read(QueueMessage message) {
    return switch (UploadEvent.read(message.body())) {
      case UploadEvent.Test() ->
          Optional.of(List.of(new Task(message.errand(), () -> Ending.IGNORED)));
      case UploadEvent.Incomprehensible() -> Optional.empty();
      case Arrivals(List<Arrival> arrivals, int strangers) -> {
        if (strangers > 0) {
          log.tell(LogEvent.UPLOAD_KEY_UNKNOWN, message.id());
        }
        yield Optional.of(arrivals.stream().map(arrival -> task(arrival, message)).toList());
      }
    };
  }

  /** S3 knows nothing of our requests: what is traced begins with its message. */
  private Task task(Arrival arrival, QueueMessage message) {
    return Task.of(
        message
            .errand()
            .about(arrival.application().value())
            .with("documentId", arrival.document().value()),
        () -> verify.verify(arrival.application(), arrival.document(), message.delivery()));
  }
}
