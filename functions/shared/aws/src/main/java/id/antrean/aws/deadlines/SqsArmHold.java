package id.antrean.aws.deadlines;

import id.antrean.aws.Retry;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.HoldMessage;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Arms holds through the deadline queue's delay. */
public final class SqsArmHold implements ArmHold {
  private final SqsClient sqs;
  private final String queueUrl;
  private final Duration armDelay;

  public SqsArmHold(SqsClient sqs, String queueUrl, Duration armDelay) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.armDelay = armDelay;
  }

  @Override
  public void arm(HoldId hold, SessionId session) {
    armAfter(hold, session, armDelay);
  }

  @Override
  public void armExchange(HoldId hold, SessionId session, HoldMessage.Left left) {
    send(new HoldMessage(hold, session, left), armDelay);
  }

  @Override
  public void armAfter(HoldId hold, SessionId session, Duration delay) {
    send(new HoldMessage(hold, session), delay);
  }

  private void send(HoldMessage message, Duration delay) {
    String body = HoldMessages.write(message).toString();
    Retry.with(
        "arming a hold",
        () ->
            sqs.sendMessage(
                send ->
                    send.queueUrl(queueUrl)
                        .messageBody(body)
                        .delaySeconds(Math.toIntExact(delay.toSeconds()))));
  }
}
