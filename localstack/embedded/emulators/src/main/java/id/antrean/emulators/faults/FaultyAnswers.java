package id.antrean.emulators.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The errors that each service answers with when it is asked to fail. */
public final class FaultyAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";

  private FaultyAnswers() {}

  /** The service's way to say that too much is asked of it. */
  public static AwsAnswer throttled(AwsCall call) {
    String code =
        switch (call.service()) {
          case DYNAMODB -> DYNAMODB + "ProvisionedThroughputExceededException";
          case SQS -> "RequestThrottled";
          case STATES, SECRETSMANAGER, KMS -> "ThrottlingException";
        };
    return AwsAnswer.error(AwsError.badRequest(code, "Rate exceeded (injected fault)"));
  }

  /** The service's way to say that it failed. */
  public static AwsAnswer failed(AwsCall call) {
    String code =
        switch (call.service()) {
          case DYNAMODB -> DYNAMODB + "InternalServerError";
          case SQS -> "InternalFailure";
          case STATES -> "InternalServerError";
          case SECRETSMANAGER -> "InternalServiceError";
          case KMS -> "KMSInternalException";
        };
    return AwsAnswer.error(new AwsError(500, code, "Internal server error (injected fault)"));
  }

  /** The service's way to say that what is called is not there. */
  public static AwsAnswer missing(AwsCall call) {
    String code =
        switch (call.service()) {
          case DYNAMODB -> DYNAMODB + "ResourceNotFoundException";
          case SQS -> "com.amazonaws.sqs#QueueDoesNotExist";
          case STATES -> "StateMachineDoesNotExist";
          case SECRETSMANAGER -> "ResourceNotFoundException";
          case KMS -> "NotFoundException";
        };
    return AwsAnswer.error(
        AwsError.badRequest(code, "Requested resource not found (injected fault)"));
  }

  /** DynamoDB's refusal while another transaction holds the items. */
  public static AwsAnswer conflict(AwsCall call) {
    if (!call.operation().startsWith("Transact")) {
      return AwsAnswer.error(
          AwsError.badRequest(
              DYNAMODB + "TransactionConflictException",
              "Transaction is ongoing for the item (injected fault)"));
    }
    ObjectNode body =
        JSON.createObjectNode()
            .put("__type", DYNAMODB + "TransactionCanceledException")
            .put("Message", "Transaction cancelled (injected fault) [TransactionConflict]");
    ArrayNode reasons = body.putArray("CancellationReasons");
    for (int item = 0; item < items(call); item++) {
      reasons
          .addObject()
          .put("Code", "TransactionConflict")
          .put("Message", "Transaction is ongoing for the item");
    }
    return new AwsAnswer(
        400,
        Map.of("content-type", "application/x-amz-json-1.0"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static int items(AwsCall call) {
    try {
      return JSON.readTree(call.body()).path("TransactItems").size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
