package id.antrean.aws.calendar;

import id.antrean.aws.Retry;
import id.antrean.domain.Unavailable;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.office.SpreadClosure;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A closure's work on its queue: one message a session. */
public final class SqsSpreadClosure implements SpreadClosure {
  /** As many as the service takes at once. */
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String queueUrl;

  public SqsSpreadClosure(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void spread(Closure closure) {
    String body = ClosureMessages.write(closure, null);
    Retry.with(
        "queueing a closure",
        () -> sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body)));
  }

  @Override
  public void on(Closure closure, List<SessionId> sessions) {
    sessions.stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> send(closure, batch));
  }

  private void send(Closure closure, List<SessionId> sessions) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, sessions.size())
            .mapToObj(
                place ->
                    SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(place))
                        .messageBody(ClosureMessages.write(closure, sessions.get(place)))
                        .build())
            .toList();
    SendMessageBatchResponse sent =
        Retry.with(
            "queueing a closure's sessions",
            () -> sqs.sendMessageBatch(send -> send.queueUrl(queueUrl).entries(entries)));
    if (sent.hasFailed() && !sent.failed().isEmpty()) {
      throw new Unavailable("the queue took some sessions of a closure and not others");
    }
  }
}
