package id.antrean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.redrive.Queues;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Dead letters are shown, and moved back when somebody says so. */
class RedriveTest {
  private static final String SECRET = "what a sender signed";

  private final Map<String, String> urls = new TreeMap<>();
  private final StringWriter errors = new StringWriter();
  private EmbeddedAws aws;
  private Javalin stack;
  private SqsClient sqs;

  @BeforeEach
  void aSystemWithTwoQueues() {
    aws = EmbeddedAws.start(Settings.inMemory());
    stack =
        Javalin.create(
                config ->
                    config.routes.get(
                        "/sandbox/aws",
                        context -> context.contentType("application/json").result(told())))
            .start("127.0.0.1", 0);
    sqs = Queues.of(new StackClient(URI.create(url()))).sqs();
    String dead = create("DeadLetters", Map.of());
    String arn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    create(
        "NotificationQueue",
        Map.of(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":2}",
            QueueAttributeName.DELAY_SECONDS,
            "60"));
  }

  @AfterEach
  void end() {
    sqs.close();
    stack.stop();
    aws.close();
  }

  private String url() {
    return "http://127.0.0.1:" + stack.port();
  }

  private String told() {
    return new JsonMapper()
        .createObjectNode()
        .put("endpoint", aws.edge().toString())
        .put("region", EmbeddedAws.REGION)
        .put("accessKeyId", EmbeddedAws.ACCESS_KEY)
        .put("secretAccessKey", EmbeddedAws.SECRET_KEY)
        .<ObjectNode>set("queues", new JsonMapper().valueToTree(urls))
        .toString();
  }

  private String create(String name, Map<QueueAttributeName, String> attributes) {
    String created =
        sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
    urls.put(name, created);
    return created;
  }

  private void dies(int letters) {
    for (int i = 0; i < letters; i++) {
      String body = "{\"schema\":1,\"raw\":\"" + SECRET + " " + i + "\"}";
      sqs.sendMessage(request -> request.queueUrl(urls.get("DeadLetters")).messageBody(body));
    }
  }

  private List<String> in(String queue) {
    return sqs
        .receiveMessage(
            request ->
                request.queueUrl(urls.get(queue)).maxNumberOfMessages(10).visibilityTimeout(1))
        .messages()
        .stream()
        .map(Message::body)
        .sorted()
        .toList();
  }

  private String says(String answer, int expected, String line) {
    PrintStream usual = System.out;
    InputStream usualIn = System.in;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    try {
      int ended =
          Antrean.commandLine()
              .setErr(new PrintWriter(errors, true))
              .execute((line + " --url " + url()).split(" ", -1));
      assertThat(ended).as(errors.toString()).isEqualTo(expected);
    } finally {
      System.setOut(usual);
      System.setIn(usualIn);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theyAreShownAndMovedAtOnceWhenSomebodySaysYes() {
    dies(2);

    String printed = says("y\n", 0, "redrive NotificationQueue");

    assertThat(printed)
        .contains("schema, raw", "Move 2 back to NotificationQueue?", "Moved 2 back")
        .doesNotContain(SECRET);
    assertThat(in("NotificationQueue")).hasSize(2).allMatch(body -> body.contains(SECRET));
    aws.clock().advance(Duration.ofHours(1));
    assertThat(in("DeadLetters")).isEmpty();
  }

  @Test
  void theyStayWhereTheyAreWhenNobodyDoes() {
    dies(2);

    assertThat(says("n\n", 0, "redrive NotificationQueue")).contains("Nothing was moved.");
    assertThat(says("", 0, "redrive NotificationQueue")).contains("Nothing was moved.");

    assertThat(in("NotificationQueue")).isEmpty();
    assertThat(in("DeadLetters")).hasSize(2);
  }

  @Test
  void noMoreAreMovedThanWasSaid() {
    dies(5);

    assertThat(says("", 0, "redrive NotificationQueue --yes --most 3")).contains("Moved 3 back");

    assertThat(in("NotificationQueue")).hasSize(3);
    assertThat(in("DeadLetters")).hasSize(2);
  }

  @Test
  void whereNothingDiedThatIsSaid() {
    assertThat(says("", 0, "redrive NotificationQueue"))
        .contains("Nothing is among the dead letters of NotificationQueue.");
  }

  @Test
  void aQueueThatIsNoneAndOneWithoutDeadLettersAreSaidInASentence() {
    says("", 1, "redrive Nobody");
    says("", 1, "redrive DeadLetters");
    says("", 1, "redrive NotificationQueue --most 501");

    assertThat(errors.toString())
        .contains(
            "There is no queue Nobody; there are NotificationQueue",
            "DeadLetters has no dead letters of its own",
            "--most is from 1 to 500")
        .doesNotContain("Exception", "\tat ");
  }
}
