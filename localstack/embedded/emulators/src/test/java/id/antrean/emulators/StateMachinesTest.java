package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antrean.emulators.calls.Service;
import id.antrean.emulators.faults.Fault;
import id.antrean.emulators.faults.FaultKind;
import id.antrean.emulators.stepfunctions.InvalidDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class StateMachinesTest {

  /** What the payment deadline looks like, in YAML as infra has it. */
  private static final String DEADLINE =
      """
      Comment: Waits until a hold's deadline, then says so.
      StartAt: UntilTheDeadline
      States:
        UntilTheDeadline:
          Type: Wait
          TimestampPath: $.due
          Next: SayItIsDue
        SayItIsDue:
          Type: Task
          Resource: arn:aws:states:::sqs:sendMessage
          Parameters:
            QueueUrl: ${QueueUrl}
            MessageBody:
              schema: 1
              hold.$: $.hold
          Retry:
            - ErrorEquals: [States.ALL]
              IntervalSeconds: 5
              MaxAttempts: 3
              BackoffRate: 2
          End: true
      """;

  private static EmbeddedAws aws;
  private static SfnClient states;
  private static SqsClient sqs;
  private String queue = "";
  private String machine = "";

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    states = new Clients(aws).stepFunctions();
    sqs = new Clients(aws).sqs();
  }

  @AfterAll
  static void stop() {
    states.close();
    sqs.close();
    aws.close();
  }

  @BeforeEach
  void defineMachine() {
    String name = "m" + UUID.randomUUID();
    queue = sqs.createQueue(given -> given.queueName("q" + name)).queueUrl();
    machine = aws.stateMachines().define(name, DEADLINE, Map.of("QueueUrl", queue));
    aws.faults().clear();
  }

  private static Instant in(EmbeddedAws stack, Duration time) {
    return stack.clock().instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String start(SfnClient client, String machineArn, String hold, Instant due) {
    return client
        .startExecution(
            given ->
                given
                    .stateMachineArn(machineArn)
                    .name(hold)
                    .input("{\"hold\":\"" + hold + "\",\"due\":\"" + due + "\"}"))
        .executionArn();
  }

  private static List<String> bodies(SqsClient client, String url) {
    return client
        .receiveMessage(given -> given.queueUrl(url).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private DescribeExecutionResponse describe(String execution) {
    return states.describeExecution(given -> given.executionArn(execution));
  }

  @Test
  void aWaitFollowsTheMovedClockAndFireDueReturnsWhenTheMessageIsThere() {
    String execution = start(states, machine, "hold-1", in(aws, Duration.ofHours(2)));
    aws.clock().advance(Duration.ofHours(1));
    aws.stateMachines().fireDue();
    assertThat(bodies(sqs, queue)).isEmpty();
    assertThat(describe(execution).status()).isEqualTo(ExecutionStatus.RUNNING);

    aws.clock().advance(Duration.ofHours(1));
    aws.stateMachines().fireDue();

    assertThat(bodies(sqs, queue)).containsExactly("{\"schema\":1,\"hold\":\"hold-1\"}");
    assertThat(describe(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(describe(execution).output()).contains("MessageId");
  }

  @Test
  void realTimePassingFiresToo() {
    start(states, machine, "soon", in(aws, Duration.ofSeconds(1)));

    await().atMost(Duration.ofSeconds(10)).until(() -> !bodies(sqs, queue).isEmpty());
  }

  @Test
  void theSameNameAndInputWhileRunningIsTheSameExecution() {
    Instant due = in(aws, Duration.ofHours(2));
    String first = start(states, machine, "twice", due);

    assertThat(start(states, machine, "twice", due)).isEqualTo(first);
    assertThatThrownBy(() -> start(states, machine, "twice", due.plusSeconds(1)))
        .isInstanceOf(ExecutionAlreadyExistsException.class);

    aws.clock().advance(Duration.ofHours(3));
    aws.stateMachines().fireDue();
    assertThat(bodies(sqs, queue)).hasSize(1);
    assertThatThrownBy(() -> start(states, machine, "twice", due))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
  }

  @Test
  void aTaskThatFailsIsTriedAgainAfterItsInterval() {
    String name = machine.substring(machine.lastIndexOf(':') + 1);
    aws.faults()
        .inject(
            new Fault(
                Service.SQS,
                Optional.of("SendMessage"),
                Optional.of(name),
                Optional.empty(),
                FaultKind.ERROR,
                0,
                OptionalInt.of(2)));
    String execution = start(states, machine, "retried", in(aws, Duration.ofMinutes(10)));
    aws.clock().advance(Duration.ofSeconds(601));
    aws.stateMachines().fireDue();
    assertThat(bodies(sqs, queue)).isEmpty();

    aws.clock().advance(Duration.ofSeconds(5));
    aws.stateMachines().fireDue();
    assertThat(bodies(sqs, queue)).isEmpty();
    aws.clock().advance(Duration.ofSeconds(10));
    aws.stateMachines().fireDue();

    assertThat(bodies(sqs, queue)).hasSize(1);
    assertThat(describe(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void whatFailsForGoodFailsTheExecution() {
    String nowhere =
        aws.stateMachines()
            .define(
                "n" + UUID.randomUUID(),
                DEADLINE,
                Map.of("QueueUrl", "http://127.0.0.1/000000000000/nowhere"));
    String unsent = start(states, nowhere, "unsent", in(aws, Duration.ofSeconds(-1)));
    String timeless =
        states
            .startExecution(given -> given.stateMachineArn(machine).input("{\"due\":\"soon\"}"))
            .executionArn();
    // Three repeats, after 5, 10 and 20 seconds.
    for (int seconds = 0; seconds <= 60; seconds += 4) {
      aws.stateMachines().fireDue();
      aws.clock().advance(Duration.ofSeconds(4));
    }

    assertThat(describe(unsent).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(describe(unsent).error()).contains("QueueDoesNotExist");
    assertThat(describe(timeless).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(describe(timeless).cause()).contains("TimestampPath");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Type':'Parallel','End':true | Parallel",
        "'Type':'Choice','Choices':[] | only Wait and Task",
        "'Type':'Wait','Seconds':5,'End':true | Seconds",
        "'Type':'Wait','TimestampPath':'$$.Execution.Input.at','End':true | $$.Execution",
        "'Type':'Wait','TimestampPath':'$.at','Next':'Gone' | Gone",
        "'Type':'Wait','TimestampPath':'$.at' | Next",
        "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true | lambda:invoke",
        "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','Catch':[],'End':true | Catch",
        "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','QueryLanguage':'JSONata','End':true | QueryLanguage"
      })
  void whatIsNotInterpretedIsRefusedWithTheStatesName(String state, String reason) {
    String definition = "{'StartAt':'First','States':{'First':{" + state + "}}}";
    assertThatThrownBy(
            () -> aws.stateMachines().define("bad", definition.replace('\'', '"'), Map.of()))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("First")
        .hasMessageContaining(reason);
  }

  @Test
  void aPlaceholderWithoutAValueIsRefused() {
    assertThatThrownBy(() -> aws.stateMachines().define("bad", DEADLINE, Map.of()))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("QueueUrl");
  }

  @Test
  void anUnknownMachineOrOperationIsRefusedInASentence() {
    assertThatThrownBy(
            () ->
                start(
                    states,
                    "arn:aws:states:ap-southeast-3:000000000000:stateMachine:none",
                    "x",
                    Instant.EPOCH))
        .isInstanceOf(StateMachineDoesNotExistException.class);
    assertThatThrownBy(() -> states.listActivities(given -> {}))
        .isInstanceOf(SfnException.class)
        .hasMessageContaining("does not do 'ListActivities'");
  }

  @Test
  void waitsSurviveARestart(@TempDir Path data) {
    Instant due;
    try (EmbeddedAws first = EmbeddedAws.start(Settings.keptIn(data));
        SqsClient firstSqs = new Clients(first).sqs();
        SfnClient firstStates = new Clients(first).stepFunctions()) {
      String url = firstSqs.createQueue(given -> given.queueName("due")).queueUrl();
      String arn = first.stateMachines().define("Deadline", DEADLINE, Map.of("QueueUrl", url));
      due = in(first, Duration.ofHours(2));
      start(firstStates, arn, "kept", due);
      start(firstStates, arn, "kept-too", due.plusSeconds(3600));
    }

    try (EmbeddedAws second = EmbeddedAws.start(Settings.keptIn(data));
        SqsClient secondSqs = new Clients(second).sqs()) {
      String url = secondSqs.getQueueUrl(given -> given.queueName("due")).queueUrl();
      second.stateMachines().fireDue();
      assertThat(bodies(secondSqs, url)).isEmpty();
      second.clock().advance(Duration.ofHours(2));
      second.stateMachines().fireDue();
      assertThat(bodies(secondSqs, url)).singleElement().asString().contains("\"hold\":\"kept\"");
    }
  }
}
