package id.antrean.stack.events;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues in which it is told what could not be worked off while nobody waited. */
public final class FailureQueues {
  private final Map<String, String> urlsByArn;
  private final SqsClient sqs;

  /**
   * @param urlsByArn of all queues: that one that is named is among them is seen to when they are
   *     made
   */
  public FailureQueues(Map<String, String> urlsByArn, SqsClient sqs) {
    this.urlsByArn = Map.copyOf(urlsByArn);
    this.sqs = sqs;
  }

  void tell(String queueArn, String message) {
    String url = urlsByArn.get(queueArn);
    sqs.sendMessage(request -> request.queueUrl(url).messageBody(message));
  }
}
