package id.antrean.uploads;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.document.DocumentId;
import id.antrean.gateway.Errand;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.QueueMessage;
import id.antrean.uploads.UploadEvent.Arrivals;
import id.antrean.uploads.VerifyUpload.Arrived;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the object store that files have arrived. Those of one application that come together
 * are looked into together: who sends all papers at once costs one step, not one a paper. What
 * cannot be done now comes again by its messages, and no other application's with it.
 */
@Singleton
final class UploadMessages {
  private static final String QUEUE = "uploads";

  private final VerifyUpload verify;
  private final EventLog log;

  UploadMessages(VerifyUpload verify, EventLog log) {
    this.verify = verify;
    this.log = log;
  }

  /** A file that arrived, and the message that says so. */
  private record Told(QueueMessage message, Arrived file) {}

  /** Answers which messages have to come again. */
  SQSBatchResponse receive(SQSEvent batch) {
    Map<ApplicationId, List<Told>> arrived = new LinkedHashMap<>();
    batch.getRecords().stream()
        .map(message -> QueueMessage.of(QUEUE, message))
        .forEach(message -> read(message, arrived));
    Set<String> again = new LinkedHashSet<>();
    arrived.forEach((application, files) -> again.addAll(comeAgain(application, files)));
    return new SQSBatchResponse(again.stream().map(BatchItemFailure::new).toList());
  }

  private void read(QueueMessage message, Map<ApplicationId, List<Told>> arrived) {
    switch (UploadEvent.read(message.body())) {
      case UploadEvent.Test() -> log.errand(message.errand(), () -> "ignored");
      case UploadEvent.Incomprehensible() ->
          log.errand(
              message.errand(),
              () -> {
                log.unknown(message.errand());
                return "not-understood";
              });
      case Arrivals(List<UploadEvent.Arrival> arrivals, int strangers) -> {
        if (strangers > 0) {
          log.tell(LogEvent.UPLOAD_KEY_UNKNOWN, message.id());
        }
        for (UploadEvent.Arrival arrival : arrivals) {
          arrived
              .computeIfAbsent(arrival.application(), first -> new ArrayList<>())
              .add(new Told(message, new Arrived(arrival.document(), message.delivery())));
        }
      }
    }
  }

  /** S3 knows nothing of our requests: what is traced begins with its message. */
  private List<String> comeAgain(ApplicationId application, List<Told> files) {
    Together together = new Together(application, eachOnce(files));
    List<String> again = new ArrayList<>();
    for (Told told : files) {
      DocumentId document = told.file().document();
      Errand errand =
          told.message().errand().about(application.value()).with("documentId", document.value());
      try {
        log.errand(
            errand,
            () -> {
              together.lookInto(document);
              return "done";
            });
      } catch (RuntimeException comesAgain) {
        again.add(told.message().id());
      }
    }
    return again;
  }

  /** The store may tell of a file twice: what counts is how often it has told of it at the most. */
  private static List<Arrived> eachOnce(List<Told> files) {
    return List.copyOf(
        files.stream()
            .map(Told::file)
            .collect(
                Collectors.toMap(
                    Arrived::document,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparingInt(Arrived::attempt)),
                    LinkedHashMap::new))
            .values());
  }

  /** The files of one application, looked into when the first of them is asked for. */
  private final class Together {
    private final ApplicationId application;
    private final List<Arrived> files;
    private @Nullable Map<DocumentId, RuntimeException> failed;
    private @Nullable RuntimeException fault;

    Together(ApplicationId application, List<Arrived> files) {
      this.application = application;
      this.files = files;
    }

    /** Throws what became of that file, if it has to come again. */
    void lookInto(DocumentId document) {
      if (failed == null && fault == null) {
        try {
          failed = verify.verify(application, files);
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
