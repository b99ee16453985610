package id.antrean.aws.deadlines;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.StartTimer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** The timer as an execution of the state machine {@code infra/payment-deadline.asl.json}. */
public final class SfnTimer implements StartTimer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SfnClient sfn;
  private final String stateMachineArn;

  public SfnTimer(SfnClient sfn, String stateMachineArn) {
    this.sfn = sfn;
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public boolean start(HoldId hold, SessionId session, Instant at) {
    ObjectNode input = JSON.createObjectNode().put("schema", 1).put("at", upToSeconds(at));
    input.set("message", HoldMessages.write(new HoldMessage(hold, session)));
    try {
      sfn.startExecution(
          start -> start.stateMachineArn(stateMachineArn).name(hold.hex()).input(input.toString()));
      return true;
    } catch (ExecutionAlreadyExistsException startedBefore) {
      return true;
    } catch (SdkException notStarted) {
      return false;
    }
  }

  /** Whole seconds in UTC, never early: that is what every interpreter of a timestamp agrees on. */
  private static String upToSeconds(Instant at) {
    Instant floor = at.truncatedTo(ChronoUnit.SECONDS);
    return (floor.equals(at) ? floor : floor.plusSeconds(1)).toString();
  }
}
