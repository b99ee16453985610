package id.antrean.bench;

import id.antrean.aws.allowance.DynamoUses;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.aws.applications.DynamoDeclarations;
import id.antrean.aws.applications.DynamoGuards;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.counter.DynamoLines;
import id.antrean.aws.counter.DynamoTickets;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.seats.DynamoClosedSeats;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ArmHold;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import id.antrean.stack.deploy.TableDeployer;
import id.antrean.stack.template.References;
import id.antrean.stack.template.Resource;
import id.antrean.stack.template.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * DynamoDB Local and ElasticMQ with the template's tables and a deadline queue, the product's own
 * adapters on them, and a meter in every client.
 */
final class Store implements AutoCloseable {
  private static final Duration ARM_DELAY = Duration.ofMinutes(2);

  private final EmbeddedAws aws;
  private final Meter meter = new Meter();
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final String applicationsTable;
  private final String guardsTable;
  private final String sessionsTable;
  private final String paymentsTable;
  private final String counterTable;
  private final String deadlines;

  private Store(EmbeddedAws aws, Template template) {
    this.aws = aws;
    this.dynamo = client(DynamoDbClient.builder());
    this.sqs = client(SqsClient.builder());
    this.applicationsTable = table(template, "ApplicationsTable");
    this.guardsTable = table(template, "GuardsTable");
    this.sessionsTable = table(template, "SessionsTable");
    this.paymentsTable = table(template, "PaymentsTable");
    this.counterTable = table(template, "CounterTable");
    this.deadlines = sqs.createQueue(queue -> queue.queueName("deadlines")).queueUrl();
  }

  /**
   * @param home the folder with {@code template.yaml}
   */
  static Store start(Path home) {
    Template template = Template.read(home.resolve("template.yaml"), Map.of());
    EmbeddedAws aws = EmbeddedAws.start(Settings.inMemory());
    try {
      return new Store(aws, template);
    } catch (RuntimeException e) {
      aws.close();
      throw e;
    }
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(aws.edge())
        .region(Region.of(EmbeddedAws.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(with -> with.addExecutionInterceptor(meter))
        .build();
  }

  private String table(Template template, String logicalId) {
    Resource resource = Objects.requireNonNull(template.resource(logicalId), logicalId);
    return new TableDeployer(dynamo)
        .deploy(logicalId, template.properties(resource, new NamesOnly()))
        .ref();
  }

  /**
   * A table names the key it is encrypted under; here nothing is encrypted, and the name will do.
   */
  private static final class NamesOnly implements References {
    @Override
    public String ref(String logicalId) {
      return logicalId;
    }

    @Override
    public Optional<String> attribute(String logicalId, String name) {
      return Optional.of(logicalId + "." + name);
    }
  }

  Meter meter() {
    return meter;
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  String sessionsTable() {
    return sessionsTable;
  }

  String applicationsTable() {
    return applicationsTable;
  }

  String paymentsTable() {
    return paymentsTable;
  }

  DynamoApplications applications() {
    return new DynamoApplications(dynamo, applicationsTable);
  }

  DynamoSeats seats() {
    return new DynamoSeats(
        dynamo, sessionsTable, new DynamoAppointments(dynamo, applicationsTable));
  }

  DynamoSaves saves() {
    return new DynamoSaves(
        dynamo, applicationsTable, new TransactionParts(guardsTable, paymentsTable));
  }

  DynamoPayments payments() {
    return new DynamoPayments(dynamo, paymentsTable);
  }

  DynamoGuards guards() {
    return new DynamoGuards(dynamo, guardsTable);
  }

  DynamoDeclarations declarations() {
    return new DynamoDeclarations(dynamo, guardsTable);
  }

  DynamoUses uses() {
    return new DynamoUses(dynamo, guardsTable);
  }

  /** Nothing else updates a guard by itself. */
  boolean isAllowance(StoreCall call) {
    return call.operation().equals("UpdateItem") && call.writesTo(guardsTable);
  }

  DynamoLines lines() {
    return new DynamoLines(dynamo, counterTable);
  }

  DynamoTickets tickets() {
    return new DynamoTickets(dynamo, counterTable);
  }

  DynamoClosedSeats closedSeats() {
    return new DynamoClosedSeats(dynamo, sessionsTable);
  }

  ArmHold arm() {
    return new SqsArmHold(sqs, deadlines, ARM_DELAY);
  }

  void put(Session session) {
    dynamo.putItem(put -> put.tableName(sessionsTable).item(SessionItem.of(session)));
  }

  /** How many seats of it are taken. */
  int taken(SessionId session) {
    return seats().find(session).orElseThrow().seats().size();
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    aws.close();
  }
}
