package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What template.yaml must say so that somebody can run it: bounded, kept, and told of. */
class OperationsTest {
  private static final Template TEMPLATE = new Template();

  static Stream<Template.Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  static Stream<Template.Function> scheduled() {
    return functions().filter(function -> !schedules(function).isEmpty());
  }

  private static List<Section> schedules(Template.Function function) {
    Section events = function.properties().at("Events");
    return events.names().stream()
        .map(events::at)
        .filter(event -> event.text("Type").orElse("").equals("Schedule"))
        .map(event -> event.at("Properties"))
        .toList();
  }

  private static Section resource(String type) {
    Map<String, Section> found = TEMPLATE.ofType(type);
    assertThat(found).hasSize(1);
    return found.values().iterator().next().at("Properties");
  }

  // ---- Logs ----

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionWritesIntoALogThatEndsAndIsFoundByItsName(Template.Function function) {
    String logs = function.properties().at("LoggingConfig").text("LogGroup").orElse("");

    Section group = TEMPLATE.resource(logs);
    assertThat(group.text("Type")).contains("AWS::Logs::LogGroup");
    assertThat(group.at("Properties", "LogGroupName").text("Fn::Sub"))
        .contains("/aws/lambda/${AWS::StackName}-" + function.id());
  }

  @Test
  void everyLogEnds() {
    assertThat(TEMPLATE.ofType("AWS::Logs::LogGroup"))
        .isNotEmpty()
        .allSatisfy(
            (id, group) -> assertThat(group.at("Properties").has("RetentionInDays")).isTrue());
  }

  /** What somebody asked about may stand in a query, and who they are in a header. */
  @Test
  void theApisOwnLogTakesNothingThatAPersonWrote() {
    String format =
        resource("AWS::Serverless::Api").at("AccessLogSetting").sections("Fn::If").stream()
            .flatMap(section -> section.text("Format").stream())
            .findFirst()
            .orElseThrow();

    assertThat(format)
        .contains("$context.requestId", "$context.resourcePath", "$context.status")
        .doesNotContain(
            "$context.path\"", "querystring", "header", "authorizer", "$context.requestOverride");
  }

  // ---- What goes wrong while nobody waits ----

  @ParameterizedTest
  @MethodSource("scheduled")
  void aRunThatFailsOrCannotBeginIsToldInAQueueWithAnAlarm(Template.Function function) {
    String queue =
        function
            .properties()
            .at("EventInvokeConfig", "DestinationConfig", "OnFailure")
            .text("Destination")
            .orElse("")
            .replaceFirst("\\.Arn$", "");

    assertThat(TEMPLATE.resource(queue).text("Type")).contains("AWS::SQS::Queue");
    assertThat(schedules(function))
        .allSatisfy(
            schedule ->
                assertThat(schedule.at("DeadLetterConfig").text("Arn")).contains(queue + ".Arn"));
    assertThat(TEMPLATE.ofType("AWS::CloudWatch::Alarm").values())
        .flatExtracting(alarm -> alarm.at("Properties").sections("Dimensions"))
        .extracting(dimension -> dimension.text("Value").orElse(""))
        .contains(queue + ".QueueName");
  }

  // ---- How a new version comes ----

  /** LocalStack takes the one for the other, and refuses every change of a stack. */
  @Test
  void noConditionIsCalledAsAParameterIs() {
    assertThat(TEMPLATE.section("Conditions").names())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(TEMPLATE.section("Parameters").names());
  }

  /** Else a version is not made anew where only a parameter has another value. */
  @ParameterizedTest
  @MethodSource("functions")
  void everyReleaseIsAVersionOfEveryFunction(Template.Function function) {
    assertThat(function.properties().text("AutoPublishCodeSha256")).contains("Release");
    assertThat(TEMPLATE.globals().text("AutoPublishAlias")).contains("live");
  }

  @Test
  void aReleaseComesGraduallyAndGoesBackWhenAnAlarmRings() {
    Section gradually = TEMPLATE.globals().at("DeploymentPreference");

    assertThat(gradually.text("Type").orElse("")).startsWith("Canary10Percent");
    // CodeDeploy looks at ten of them at the most.
    assertThat(gradually.texts("Alarms"))
        .hasSizeBetween(1, 10)
        .allSatisfy(
            alarm ->
                assertThat(TEMPLATE.resource(alarm).text("Type"))
                    .contains("AWS::CloudWatch::Alarm"));
  }

  // ---- What is kept ----

  @Test
  void noTableIsDeletedByMistake() {
    assertThat(TEMPLATE.ofType("AWS::DynamoDB::Table"))
        .isNotEmpty()
        .allSatisfy(
            (id, table) ->
                assertThat(table.at("Properties").text("DeletionProtectionEnabled"))
                    .contains("true"));
  }

  /** What was deleted by mistake comes back, and what was deleted on purpose is gone in time. */
  @Test
  void papersAreKeptByVersionsThatEnd() {
    Section bucket = resource("AWS::S3::Bucket");

    assertThat(bucket.at("VersioningConfiguration").text("Status")).contains("Enabled");
    assertThat(bucket.at("LifecycleConfiguration").sections("Rules"))
        .filteredOn(rule -> rule.at("NoncurrentVersionExpiration").has("NoncurrentDays"))
        .filteredOn(rule -> rule.text("Status").orElse("").equals("Enabled"))
        .extracting(rule -> rule.text("Prefix").orElse(""))
        .containsExactlyInAnyOrder("incoming/", "documents/");
  }

  /** Law 27/2022. What only counts, or names things and nobody, stays or ends elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "ApplicationsTable, retainUntil",
    "PaymentsTable, retainUntil",
    "GuardsTable, forgetAt",
    "CounterTable, forgetAt"
  })
  void whatIsKeptOfPeopleEnds(String table, String attribute) {
    Section expiry = TEMPLATE.resource(table).at("Properties", "TimeToLiveSpecification");

    assertThat(expiry.text("AttributeName")).contains(attribute);
    assertThat(expiry.text("Enabled")).contains("true");
  }

  @Test
  void noPaperEndsBeforeItsApplicationNorLivesOn() {
    Instant made = Instant.parse("2026-11-28T00:00:00Z");
    long kept = Duration.between(made, Retention.until("application", made)).toDays();

    assertThat(resource("AWS::S3::Bucket").at("LifecycleConfiguration").sections("Rules"))
        .filteredOn(rule -> rule.text("Prefix").orElse("").equals("documents/"))
        .flatExtracting(rule -> rule.text("ExpirationInDays").stream().toList())
        .singleElement()
        .satisfies(days -> assertThat(Long.parseLong(days)).isBetween(kept, kept + 1));
  }

  @Test
  void papersTravelOverTlsAlone() {
    assertThat(resource("AWS::S3::BucketPolicy").at("PolicyDocument").sections("Statement"))
        .anySatisfy(
            statement -> {
              assertThat(statement.text("Effect")).contains("Deny");
              assertThat(statement.text("Principal")).contains("*");
              assertThat(statement.at("Condition", "Bool").text("aws:SecureTransport"))
                  .contains("false");
            });
  }

  // ---- What is bounded ----

  @Test
  void everyRouteIsThrottledBelowWhatTheAccountMay() {
    List<Section> settings = resource("AWS::Serverless::Api").sections("MethodSettings");

    assertThat(settings)
        .anySatisfy(
            all -> {
              assertThat(all.text("ResourcePath")).contains("/*");
              assertThat(all.text("HttpMethod")).contains("*");
            })
        .allSatisfy(
            setting -> {
              assertThat(Integer.parseInt(setting.text("ThrottlingRateLimit").orElseThrow()))
                  .as("a second; in Jakarta an account may 2,500")
                  .isLessThan(2_500);
              assertThat(Integer.parseInt(setting.text("ThrottlingBurstLimit").orElseThrow()))
                  .isLessThanOrEqualTo(1_250);
            });
    assertThat(settings)
        .extracting(setting -> setting.text("ResourcePath").orElse(""))
        .as("what may be posted without a token")
        .contains("/~1payments~1notifications~1{aggregator}");
  }
}
