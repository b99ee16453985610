package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What template.yaml must say, each for a reason that was learnt the hard way somewhere. */
class TemplateTest {
  private static final Template TEMPLATE = new Template();
  private static final String READ_BY_QUARKUS = "DISABLE_SIGNAL_HANDLERS";
  private static final Pattern FUNQ = Pattern.compile("@Funq\\(\"([^\"]+)\"\\)");
  private static final Pattern MODULE = Pattern.compile("<module>functions/([a-z]+)</module>");

  static Stream<Template.Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  /** Those that messages call; if none were left, the tests of them would say so. */
  static Stream<Template.Function> queuesFunctions() {
    return functions().filter(function -> !queueEvents(function).isEmpty());
  }

  /** Those that a table's stream calls. */
  static Stream<Template.Function> streamsFunctions() {
    return functions().filter(function -> !streamEvents(function).isEmpty());
  }

  static Stream<Map.Entry<String, Section>> deadLetterQueues() {
    return queues().filter(queue -> queue.getKey().endsWith("DeadLetterQueue"));
  }

  static Stream<Map.Entry<String, Section>> tables() {
    return TEMPLATE.ofType("AWS::DynamoDB::Table").entrySet().stream();
  }

  static Stream<Map.Entry<String, Section>> queues() {
    return TEMPLATE.ofType("AWS::SQS::Queue").entrySet().stream();
  }

  /** All but those in which messages end. */
  static Stream<Map.Entry<String, Section>> workedOffQueues() {
    return queues().filter(queue -> !queue.getKey().endsWith("DeadLetterQueue"));
  }

  static Stream<Map.Entry<String, Section>> secrets() {
    return TEMPLATE.ofType("AWS::SecretsManager::Secret").entrySet().stream();
  }

  // ---- Packages ----

  /** What differs between the flavours is said once, and by the same condition. */
  @Test
  void nativeIsWhatIsDeployedUnlessAskedOtherwise() {
    assertThat(TEMPLATE.parameter("Flavour").text("Default")).contains("native");
    assertThat(TEMPLATE.parameter("Flavour").texts("AllowedValues"))
        .containsExactly("native", "jvm");
    assertThat(TEMPLATE.globals().at("Runtime").texts("Fn::If"))
        .containsExactly("IsNative", "provided.al2023", "java25");
    assertThat(TEMPLATE.globals().at("Handler").texts("Fn::If"))
        .startsWith("IsNative", "bootstrap");
    assertThat(TEMPLATE.globals().texts("Architectures")).containsExactly("Architecture");
    assertThat(TEMPLATE.globals().at("Environment", "Variables").text(READ_BY_QUARKUS))
        .as("a native function whose signals were handled could not be frozen")
        .contains("true");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionHasAPackageOfEitherFlavour(Template.Function function) {
    assertThat(function.properties().at("CodeUri").text("Fn::Sub"))
        .contains("functions/" + function.module() + "/target/${Flavour}/function.zip");
    assertThat(function.properties().names()).doesNotContain("Runtime", "Handler", "Architectures");
  }

  // ---- Events ----

  /** Without it, the failed messages of a batch are deleted with the others. */
  @ParameterizedTest
  @MethodSource("queuesFunctions")
  void everyQueuesFunctionReportsTheMessagesThatFailed(Template.Function function) {
    assertThat(queueEvents(function))
        .allSatisfy(
            event ->
                assertThat(event.texts("FunctionResponseTypes"))
                    .contains("ReportBatchItemFailures"));
  }

  /** Reserved concurrency alone makes a poller throw messages at a function that refuses them. */
  @ParameterizedTest
  @MethodSource("queuesFunctions")
  void everyQueuesFunctionIsLimitedAtItsSource(Template.Function function) {
    assertThat(queueEvents(function))
        .allSatisfy(
            event ->
                assertThat(event.at("ScalingConfig").text("MaximumConcurrency"))
                    .get()
                    .asString()
                    .matches("[1-9][0-9]*"));
  }

  private static List<Section> queueEvents(Template.Function function) {
    return events(function, "SQS");
  }

  private static List<Section> streamEvents(Template.Function function) {
    return events(function, "DynamoDB");
  }

  private static List<Section> events(Template.Function function, String type) {
    Section events = function.properties().at("Events");
    return events.names().stream()
        .map(events::at)
        .filter(event -> event.text("Type").orElse("").equals(type))
        .map(event -> event.at("Properties"))
        .toList();
  }

  /**
   * Else one record that nobody can read takes the rest of its batch with it, or a store that is
   * down for a while loses what was well.
   */
  @ParameterizedTest
  @MethodSource("streamsFunctions")
  void everyStreamsFunctionGivesUpByAgeAloneWhatCannotBeReadAndSaysSo(Template.Function function) {
    assertThat(streamEvents(function))
        .allSatisfy(
            event -> {
              assertThat(event.texts("FunctionResponseTypes")).contains("ReportBatchItemFailures");
              assertThat(event.text("BisectBatchOnFunctionError")).contains("true");
              assertThat(event.text("MaximumRetryAttempts")).contains("-1");
              assertThat(event.text("MaximumRecordAgeInSeconds"))
                  .get()
                  .asString()
                  .matches("[0-9]+");
              assertThat(
                      event
                          .at("DestinationConfig", "OnFailure")
                          .text("Destination")
                          .orElse("")
                          .replaceFirst("\\.Arn$", ""))
                  .endsWith("DeadLetterQueue");
            });
  }

  /** A function that was not there yet has missed nothing. */
  @ParameterizedTest
  @MethodSource("streamsFunctions")
  void everyStreamIsReadFromItsBeginning(Template.Function function) {
    assertThat(streamEvents(function))
        .allSatisfy(event -> assertThat(event.text("StartingPosition")).contains("TRIM_HORIZON"));
  }

  /** A record leaves its stream after a day: what has to be read by then, a person reads again. */
  @ParameterizedTest
  @MethodSource("streamsFunctions")
  void whatIsGivenUpCanStillBeReadForHalfADay(Template.Function function) {
    assertThat(streamEvents(function))
        .allSatisfy(
            event ->
                assertThat(Integer.parseInt(event.text("MaximumRecordAgeInSeconds").orElseThrow()))
                    .isLessThanOrEqualTo(43_200));
  }

  /** So that what holds a shard up is mended before anything is given up. */
  @ParameterizedTest
  @MethodSource("streamsFunctions")
  void aReaderThatIsBehindIsAlarmedLongBeforeItsStepsAreGivenUp(Template.Function function) {
    int givenUp =
        streamEvents(function).stream()
            .mapToInt(event -> Integer.parseInt(event.text("MaximumRecordAgeInSeconds").orElse("")))
            .min()
            .orElseThrow();
    assertThat(alarms())
        .filteredOn(alarm -> alarm.text("MetricName").orElse("").equals("IteratorAge"))
        .filteredOn(alarm -> isAbout(alarm, function.id()))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.text("Statistic")).contains("Maximum");
              assertThat(Integer.parseInt(alarm.text("Threshold").orElseThrow()))
                  .as("milliseconds")
                  .isLessThanOrEqualTo(givenUp * 1000 / 4);
              assertThat(alarm.has("AlarmActions")).isTrue();
            });
  }

  /** A mapping that is switched off, or a function that may not run, tells nothing by itself. */
  @ParameterizedTest
  @MethodSource("streamsFunctions")
  void aReaderThatDoesNotRunWhileItsTableIsWrittenIsAlarmed(Template.Function function) {
    for (Section event : streamEvents(function)) {
      String table = event.text("Stream").orElseThrow().replaceFirst("\\.StreamArn$", "");
      assertThat(alarms())
          .filteredOn(alarm -> measures(alarm, "Invocations", function.id()))
          .filteredOn(alarm -> measures(alarm, "ConsumedWriteCapacityUnits", table))
          .singleElement()
          .satisfies(
              alarm -> {
                assertThat(metric(alarm, "written"))
                    .isEqualTo(
                        sum("AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", table));
                assertThat(metric(alarm, "invoked"))
                    .isEqualTo(sum("AWS/Lambda", "Invocations", "FunctionName", function.id()));
                assertThat(alarm.sections("Metrics"))
                    .filteredOn(metric -> metric.text("ReturnData").orElse("").equals("true"))
                    .singleElement()
                    .satisfies(
                        metric ->
                            assertThat(metric.text("Expression"))
                                .as("a quarter in which nothing was measured counts as none")
                                .contains(
                                    "IF(FILL(written, 0) > 0 AND FILL(invoked, 0) == 0, 1, 0)"));
                assertThat(alarm.text("ComparisonOperator")).contains("GreaterThanThreshold");
                assertThat(alarm.text("Threshold")).contains("0");
                assertThat(alarm.text("TreatMissingData")).contains("notBreaching");
                assertThat(Integer.parseInt(alarm.text("EvaluationPeriods").orElseThrow()))
                    .as("the last write of a period may be read in the next")
                    .isGreaterThanOrEqualTo(2);
                assertThat(alarm.has("AlarmActions")).isTrue();
              });
    }
  }

  private static Stream<Section> alarms() {
    return TEMPLATE.ofType("AWS::CloudWatch::Alarm").values().stream()
        .map(alarm -> alarm.at("Properties"));
  }

  /** What of which resource is added up over a quarter of an hour. */
  private record Sum(
      String namespace,
      String metric,
      Map<String, String> dimensions,
      String stat,
      String period) {}

  private static Sum sum(String namespace, String metric, String dimension, String resource) {
    return new Sum(namespace, metric, Map.of(dimension, resource), "Sum", "900");
  }

  /** What an expression calls by that name. */
  private static Sum metric(Section alarm, String id) {
    Section measured =
        alarm.sections("Metrics").stream()
            .filter(metric -> metric.text("Id").orElse("").equals(id))
            .map(metric -> metric.at("MetricStat"))
            .findFirst()
            .orElseThrow();
    return new Sum(
        measured.at("Metric").text("Namespace").orElse(""),
        measured.at("Metric").text("MetricName").orElse(""),
        measured.at("Metric").sections("Dimensions").stream()
            .collect(
                Collectors.toMap(
                    it -> it.text("Name").orElse(""), it -> it.text("Value").orElse(""))),
        measured.text("Stat").orElse(""),
        measured.text("Period").orElse(""));
  }

  private static boolean measures(Section alarm, String metric, String resource) {
    return alarm.sections("Metrics").stream()
        .map(it -> it.at("MetricStat", "Metric"))
        .anyMatch(it -> it.text("MetricName").orElse("").equals(metric) && isAbout(it, resource));
  }

  private static boolean isAbout(Section metric, String resource) {
    return metric.sections("Dimensions").stream()
        .anyMatch(it -> it.text("Value").orElse("").equals(resource));
  }

  /** The outbox tells what an item was and what it is: what is new is the difference. */
  @Test
  void theApplicationsTellWhatTheyWereAndWhatTheyAre() {
    assertThat(
            TEMPLATE
                .resource("ApplicationsTable")
                .at("Properties", "StreamSpecification")
                .text("StreamViewType"))
        .contains("NEW_AND_OLD_IMAGES");
    assertThat(streamsFunctions()).isNotEmpty();
  }

  /** Messages end there so that a person looks. */
  @ParameterizedTest
  @MethodSource("deadLetterQueues")
  void everyDeadLetterIsAlarmedAtOnce(Map.Entry<String, Section> queue) {
    assertThat(alarms())
        .filteredOn(alarm -> isAbout(alarm, queue.getKey() + ".QueueName"))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.text("MetricName")).contains("ApproximateNumberOfMessagesVisible");
              assertThat(alarm.text("Threshold")).contains("0");
              assertThat(alarm.has("AlarmActions")).isTrue();
            });
  }

  /** Six times: the poller's own retries fit in before a message is handed to another. */
  @ParameterizedTest
  @MethodSource("queuesFunctions")
  void aMessageStaysInvisibleWhileItsFunctionMayStillWork(Template.Function function) {
    for (Section event : queueEvents(function)) {
      String queue = event.text("Queue").orElseThrow().replaceFirst("\\.Arn$", "");
      Section properties = TEMPLATE.resource(queue).at("Properties");
      assertThat(Integer.parseInt(properties.text("VisibilityTimeout").orElse("30")))
          .isGreaterThanOrEqualTo(6 * TEMPLATE.timeoutOf(function));
    }
  }

  /** A message that nobody can handle has to end where a person looks. */
  @ParameterizedTest
  @MethodSource("workedOffQueues")
  void everyQueueHasItsDeadLetters(Map.Entry<String, Section> queue) {
    Section redrive = queue.getValue().at("Properties", "RedrivePolicy");
    String target = redrive.text("deadLetterTargetArn").orElse("").replaceFirst("\\.Arn$", "");

    assertThat(target).endsWith("DeadLetterQueue");
    assertThat(TEMPLATE.resource(target).names()).isNotEmpty();
    assertThat(redrive.text("maxReceiveCount")).isPresent();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void everyQueueIsEncrypted(Map.Entry<String, Section> queue) {
    assertThat(queue.getValue().at("Properties").text("SqsManagedSseEnabled")).contains("true");
  }

  /** Else the message that repairs a crash could arrive while the attempt is still alive. */
  @ParameterizedTest
  @MethodSource("functions")
  void noAttemptIsAliveWhenItsOwnMessageArrives(Template.Function function) {
    Section armDelay = TEMPLATE.parameter("ArmDelaySeconds");

    assertThat(Integer.parseInt(armDelay.text("MinValue").orElseThrow()))
        .isGreaterThan(TEMPLATE.timeoutOf(function));
    assertThat(Integer.parseInt(armDelay.text("Default").orElseThrow()))
        .isGreaterThan(TEMPLATE.timeoutOf(function));
  }

  /** API Gateway hangs up after 29 seconds; an answer after that reaches nobody. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionEndsBeforeTheGatewayHangsUp(Template.Function function) {
    assertThat(TEMPLATE.timeoutOf(function)).isLessThan(29);
  }

  // ---- What is kept ----

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableCanBeBroughtBackAndIsEncryptedAndOutlivesTheStack(
      Map.Entry<String, Section> table) {
    Section resource = table.getValue();

    assertThat(
            resource
                .at("Properties", "PointInTimeRecoverySpecification")
                .text("PointInTimeRecoveryEnabled"))
        .contains("true");
    assertThat(resource.at("Properties", "SSESpecification").text("SSEEnabled")).contains("true");
    assertThat(resource.text("DeletionPolicy")).contains("Retain");
    assertThat(resource.text("UpdateReplacePolicy")).contains("Retain");
  }

  /** People's names, contacts and payments: reading them takes a right on a key of our own too. */
  @ParameterizedTest
  @ValueSource(strings = {"ApplicationsTable", "GuardsTable", "PaymentsTable"})
  void whatIsPersonalStandsUnderAKeyOfOurOwn(String table) {
    Section encryption = TEMPLATE.resource(table).at("Properties", "SSESpecification");

    assertThat(encryption.text("SSEType")).contains("KMS");
    assertThat(encryption.text("KMSMasterKeyId")).contains("PersonalDataKey.Arn");
  }

  /** Identity papers. */
  @Test
  void noBucketIsPublicOrPlain() {
    assertThat(TEMPLATE.ofType("AWS::S3::Bucket"))
        .isNotEmpty()
        .allSatisfy(
            (id, bucket) -> {
              Section block = bucket.at("Properties", "PublicAccessBlockConfiguration");
              assertThat(
                      Stream.of(
                              "BlockPublicAcls",
                              "BlockPublicPolicy",
                              "IgnorePublicAcls",
                              "RestrictPublicBuckets")
                          .map(block::text))
                  .allSatisfy(setting -> assertThat(setting).contains("true"));
              assertThat(
                      bucket
                          .at("Properties", "BucketEncryption")
                          .sections("ServerSideEncryptionConfiguration"))
                  .isNotEmpty();
            });
  }

  /** What is written here is in every clone. */
  @ParameterizedTest
  @MethodSource("secrets")
  void everySecretIsMadeByItsService(Map.Entry<String, Section> secret) {
    Section properties = secret.getValue().at("Properties");

    assertThat(properties.has("SecretString")).isFalse();
    assertThat(properties.at("GenerateSecretString").text("GenerateStringKey")).isPresent();
  }

  // ---- What changes by itself ----

  static Stream<Section> rotations() {
    return TEMPLATE.ofType("AWS::SecretsManager::RotationSchedule").values().stream();
  }

  /**
   * Secrets Manager keeps one former text. A rotation at once, when the schedule changes, would not
   * wait until nobody shows a ticket of it any more.
   */
  @Test
  void aFormerTicketKeyIsThereAsLongAsItsTicketsAreRead() {
    Section rotation = TEMPLATE.resource("TicketKeyRotation").at("Properties");
    long days =
        Long.parseLong(rotation.at("RotationRules").text("AutomaticallyAfterDays").orElseThrow());

    assertThat(rotation.text("SecretId")).contains("TicketSecret");
    assertThat(rotation.text("RotateImmediatelyOnUpdate")).contains("false");
    assertThat(Duration.ofDays(days))
        .isGreaterThanOrEqualTo(
            Duration.ofSeconds(
                Long.parseLong(
                    TEMPLATE.parameter("FormerTicketKeySeconds").text("Default").orElseThrow())));
  }

  /** Who may call it for a secret of theirs would have it do what only that secret's owner may. */
  @ParameterizedTest
  @MethodSource("rotations")
  void whatRotatesASecretIsCalledForThatSecretAndMayNothingElse(Section rotation) {
    String secret = rotation.at("Properties").text("SecretId").orElseThrow();
    String function =
        rotation
            .at("Properties")
            .text("RotationLambdaARN")
            .orElseThrow()
            .replaceFirst("^\\$\\{([A-Za-z]+)\\.Arn}:live$", "$1");
    Section permission =
        TEMPLATE.resource(rotation.text("DependsOn").orElseThrow()).at("Properties");

    assertThat(permission.text("FunctionName")).contains("${" + function + "}:live");
    assertThat(permission.text("Principal")).contains("secretsmanager.amazonaws.com");
    assertThat(permission.text("SourceAccount")).contains("AWS::AccountId");
    assertThat(permission.text("SourceArn")).contains(secret);
    assertThat(
            functions()
                .filter(it -> it.id().equals(function))
                .flatMap(it -> it.properties().sections("Policies").stream())
                .flatMap(policy -> policy.sections("Statement").stream()))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.texts("Resource")).containsExactly(secret);
              assertThat(statement.texts("Action"))
                  .containsExactlyInAnyOrder(
                      "secretsmanager:DescribeSecret",
                      "secretsmanager:GetSecretValue",
                      "secretsmanager:PutSecretValue",
                      "secretsmanager:UpdateSecretVersionStage");
            });
  }

  // ---- Functions ----

  /** On AWS, time is the system's: a variable could move deadlines and webhook windows. */
  @Test
  void nobodyMovesTheClock() {
    assertThat(House.templateText()).doesNotContain("TIME_SOURCE");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void noFunctionMayMoreThanItDoes(Template.Function function) {
    List<Section> statements =
        function.properties().sections("Policies").stream()
            .flatMap(policy -> policy.sections("Statement").stream())
            .toList();

    assertThat(statements).isNotEmpty();
    assertThat(statements)
        .allSatisfy(
            statement -> {
              assertThat(statement.texts("Action"))
                  .isNotEmpty()
                  .allMatch(action -> !action.contains("*"), "names what may be done");
              assertThat(statement.texts("Resource"))
                  .isNotEmpty()
                  .allMatch(
                      // The objects under a prefix cannot be named one by one.
                      resource -> resource.matches("[^*]+(\\.Arn}/[a-z]+/\\*)?"),
                      "names what it may be done to");
            });
  }

  /**
   * Every write of an application or a notice would be paid for once more, and people's data and
   * what senders sent would stand in one more place.
   */
  @Test
  void noIndexHoldsWholeItems() {
    List<Section> indexes =
        tables()
            .flatMap(
                table ->
                    table.getValue().at("Properties").sections("GlobalSecondaryIndexes").stream())
            .toList();

    assertThat(indexes)
        .isNotEmpty()
        .allSatisfy(
            index ->
                assertThat(index.at("Projection").text("ProjectionType"))
                    .get()
                    .isIn("KEYS_ONLY", "INCLUDE"));
    assertThat(indexes)
        .flatExtracting(index -> index.at("Projection").texts("NonKeyAttributes"))
        .doesNotContain("applicant", "identity", "documents", "bills", "timeline", "rawBody");
  }

  /** A name that no function has starts nothing, and only the first event shows it. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyExportIsAFunctionOfItsArtifact(Template.Function function) {
    assertThat(named(FUNQ, House.sources(function.module()))).contains(function.export());
  }

  /** What is not deployed stands in a folder that says what it is; the domain is all of theirs. */
  @Test
  void everyModuleOfAFunctionIsDeployed() {
    Set<String> built = named(MODULE, House.text(Path.of("pom.xml")));
    built.remove("domain");

    assertThat(House.FUNCTIONS).containsExactlyInAnyOrderElementsOf(built);
  }

  @Test
  void everythingThatIsWrittenIsDeployed() {
    Set<String> written =
        House.FUNCTIONS.stream()
            .flatMap(module -> named(FUNQ, House.sources(module)).stream())
            .collect(Collectors.toSet());

    assertThat(functions().map(Template.Function::export))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyVariableThatIsReadIsGiven(Template.Function function) {
    assertThat(TEMPLATE.variablesOf(function))
        .containsAll(Composition.of(function.module()).variables());
  }

  /** One that nobody reads is a leftover, or a name misspelt. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyVariableThatIsGivenIsRead(Template.Function function) {
    Set<String> given = new TreeSet<>(function.variables().names());
    given.removeIf(name -> name.startsWith("QUARKUS_"));

    assertThat(Composition.of(function.module()).variables()).containsAll(given);
  }

  @Test
  void everyVariableThatIsGivenToAllIsReadBySome() {
    Set<String> given = new TreeSet<>(TEMPLATE.globals().at("Environment", "Variables").names());
    given.removeIf(name -> name.startsWith("AWS_") || name.equals(READ_BY_QUARKUS));

    assertThat(House.FUNCTIONS.stream().flatMap(it -> Composition.of(it).variables().stream()))
        .containsAll(given);
  }

  private static Set<String> named(Pattern pattern, String sources) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(sources);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
