package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.DocumentId;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import id.antrean.gateway.QueueMessage;
import id.antrean.gateway.ReadMessage;
import id.antrean.uploads.UploadEvent.Arrival;
import id.antrean.uploads.UploadEvent.Arrivals;
import id.antrean.uploads.VerifyUpload.Arrived;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One batch of the object store's messages that files have arrived. Those of one application are
 * looked into together: who sends all papers at once costs one step, not one a paper. What cannot
 * be done now comes again by its messages, and no other application's with it.
 */
final class UploadBatch implements ReadMessage {
  private final VerifyUpload verify;
  private final EventLog log;
  private final Clock clock;
  private final Map<ApplicationId, Files> arrived = new HashMap<>();

  UploadBatch(VerifyUpload verify, EventLog log, Clock clock) {
    this.verify = verify;
    this.log = log;
    this.clock = clock;
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
        yield Optional.of(arrivals.stream().map(arrival -> task(message, arrival)).toList());
      }
    };
  }

  /** S3 knows nothing of our requests: what is traced begins with its message. */
  private Task task(QueueMessage message, Arrival arrival) {
    ApplicationId application = arrival.application();
    DocumentId document = arrival.document();
    Files files = arrived.computeIfAbsent(application, Files::new);
    files.add(new Arrived(document, message.delivery()));
    Errand errand =
        message.errand().about(application.value()).with("documentId", document.value());
    return Task.of(
        errand,
        () -> {
          files.lookInto(document);
          log.measure(errand.requestId(), sinceArrival(arrival));
        });
  }

  private List<Measure> sinceArrival(Arrival arrival) {
    return arrival.at() == null
        ? List.of()
        : List.of(
            Measure.of(
                Metric.VERIFIED_AFTER_ARRIVAL, Duration.between(arrival.at(), clock.instant())));
  }

  /** The files of one application, looked into when the first of them is asked for. */
  private final class Files {
    private final ApplicationId application;
    private final Map<DocumentId, Arrived> files = new LinkedHashMap<>();
    private @Nullable Map<DocumentId, RuntimeException> failed;
    private @Nullable RuntimeException fault;

    Files(ApplicationId application) {
      this.application = application;
    }

    /** The store may tell of a file twice: what counts is how often it has at the most. */
    void add(Arrived file) {
      files.merge(
          file.document(), file, BinaryOperator.maxBy(Comparator.comparingInt(Arrived::attempt)));
    }

    /** Throws what became of that file, if it has to come again. */
    void lookInto(DocumentId document) {
      if (failed == null && fault == null) {
        try {
          failed = verify.verify(application, List.copyOf(files.values()));
        } catch (RuntimeException all) {
          fault = all;
        }
      }
      RuntimeException own = failed == null ? fault : failed.get(document);
      if (own != null) {
        throw own;
      }
    }
  }
}
