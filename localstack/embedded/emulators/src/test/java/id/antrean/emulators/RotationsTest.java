package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.emulators.clock.MovableClock;
import id.antrean.emulators.secrets.SecretString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A secret changes by its function, or stays as it was. */
class RotationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FUNCTION = "arn:aws:lambda:ap-southeast-3:000000000000:function:f";
  private static final Duration MONTH = Duration.ofDays(30);

  private static EmbeddedAws aws;
  private static SecretsManagerClient client;
  private static MovableClock clock;
  private static int made;

  private final List<String> steps = new ArrayList<>();
  private String secret = "";
  private String fails = "";

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    client = new Clients(aws).secrets();
    clock = aws.clock();
  }

  @AfterAll
  static void stop() {
    client.close();
    aws.close();
  }

  @BeforeEach
  void aSecretThatIsRotated() {
    made++;
    secret = aws.secrets().define("rotated" + made, new SecretString.Given("first"));
    aws.rotations().plan(secret, FUNCTION, MONTH);
    aws.rotations().callBy(this::called);
  }

  /** A function as AWS wants it to be; of the steps one may fail. */
  private boolean called(String function, String event) {
    assertThat(function).isEqualTo(FUNCTION);
    JsonNode said = json(event);
    assertThat(said.path("SecretId").asText()).isEqualTo(secret);
    String version = said.path("ClientRequestToken").asText();
    String step = said.path("Step").asText();
    steps.add(step);
    if (step.equals(fails)) {
      return false;
    }
    if (step.equals("createSecret")) {
      client.putSecretValue(
          put ->
              put.secretId(secret)
                  .clientRequestToken(version)
                  .secretString("of " + version)
                  .versionStages("AWSPENDING"));
    }
    if (step.equals("finishSecret")) {
      moves("AWSCURRENT", version, versionAt("AWSCURRENT"));
    }
    return true;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private void moves(String stage, String to, String from) {
    client.updateSecretVersionStage(
        move ->
            move.secretId(secret)
                .versionStage(stage)
                .moveToVersionId(to)
                .removeFromVersionId(from));
  }

  private String versionAt(String stage) {
    return client.getSecretValue(get -> get.secretId(secret).versionStage(stage)).versionId();
  }

  private String at(String stage) {
    return client.getSecretValue(get -> get.secretId(secret).versionStage(stage)).secretString();
  }

  /** Those of other tests, which time has passed for as well, are left alone. */
  private void due() {
    aws.rotations().takeDue().stream().filter(secret::equals).forEach(aws.rotations()::rotate);
  }

  @Test
  void askedForItIsRotatedInFourSteps() {
    String version = client.rotateSecret(it -> it.secretId(secret)).versionId();

    assertThat(steps).containsExactly("createSecret", "setSecret", "testSecret", "finishSecret");
    assertThat(at("AWSCURRENT")).isEqualTo("of " + version);
    assertThat(at("AWSPREVIOUS")).isEqualTo("first");
    assertThat(versionAt("AWSPENDING")).isEqualTo(version);
  }

  @Test
  void rotatedTwiceItHasOneFormerText() {
    String second = client.rotateSecret(it -> it.secretId(secret)).versionId();
    String third = client.rotateSecret(it -> it.secretId(secret)).versionId();

    assertThat(at("AWSCURRENT")).isEqualTo("of " + third);
    assertThat(at("AWSPREVIOUS")).isEqualTo("of " + second);
    assertThat(client.describeSecret(it -> it.secretId(secret)).versionIdsToStages())
        .containsOnlyKeys(second, third);
  }

  @ParameterizedTest
  @ValueSource(strings = {"createSecret", "setSecret", "testSecret", "finishSecret"})
  void whatFailsChangesNothingAndIsGoneOnWithAsTheSameVersion(String step) {
    fails = step;
    String version = client.rotateSecret(it -> it.secretId(secret)).versionId();
    assertThat(steps).endsWith(step);
    assertThat(at("AWSCURRENT")).isEqualTo("first");

    fails = "";
    assertThatThrownBy(() -> client.rotateSecret(it -> it.secretId(secret)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("A previous rotation isn't complete");

    assertThat(at("AWSCURRENT")).isEqualTo("of " + version);
    assertThat(at("AWSPREVIOUS")).isEqualTo("first");
  }

  @Test
  void whatIsPendingHoldsNothingUntilTheFunctionHasPutIt() {
    fails = "createSecret";
    String version = client.rotateSecret(it -> it.secretId(secret)).versionId();

    assertThat(client.describeSecret(it -> it.secretId(secret)).versionIdsToStages())
        .containsEntry(version, List.of("AWSPENDING"));
    assertThatThrownBy(() -> at("AWSPENDING")).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void itIsDueSoLongAfterItsTextWasMadeAndOnceHoweverLongThatIsAgo() {
    due();
    clock.advance(MONTH.minusMinutes(1));
    due();
    assertThat(at("AWSCURRENT")).isEqualTo("first");

    clock.advance(Duration.ofMinutes(2));
    due();
    due();
    assertThat(steps).hasSize(4);

    clock.advance(MONTH.multipliedBy(5));
    due();
    due();
    assertThat(steps).hasSize(8);
  }

  @Test
  void whatFailedIsTriedAgainTheNextDay() {
    fails = "testSecret";
    clock.advance(MONTH.plusMinutes(1));
    due();
    fails = "";
    clock.advance(Duration.ofHours(23));
    due();
    assertThat(at("AWSCURRENT")).isEqualTo("first");

    clock.advance(Duration.ofHours(2));
    due();
    assertThat(at("AWSPREVIOUS")).isEqualTo("first");
  }

  @Test
  void byWhichFunctionAndHowOftenIsTold() {
    var described = client.describeSecret(it -> it.secretId(secret));

    assertThat(described.rotationEnabled()).isTrue();
    assertThat(described.rotationLambdaARN()).isEqualTo(FUNCTION);
    assertThat(described.rotationRules().automaticallyAfterDays()).isEqualTo(30);
  }

  @Test
  void whatTheTemplateSaysIsNotSaidByACall() {
    assertThatThrownBy(
            () -> client.rotateSecret(it -> it.secretId(secret).rotationLambdaARN(FUNCTION)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("RotationLambdaARN");
  }

  @Test
  void oneThatNoFunctionRotatesIsNot() {
    client.createSecret(it -> it.name("kept" + made).secretString("x"));

    assertThatThrownBy(() -> client.rotateSecret(it -> it.secretId("kept" + made)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("No Lambda rotation function");
  }

  // ---- Stages ----

  @Test
  void aStageIsMovedByWhoKnowsWhereItIs() {
    String first = versionAt("AWSCURRENT");
    String second =
        client
            .putSecretValue(
                it -> it.secretId(secret).secretString("second").versionStages("AWSPENDING"))
            .versionId();

    assertThatThrownBy(() -> moves("AWSCURRENT", second, second))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> moves("AWSCURRENT", "v".repeat(36), first))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                client.updateSecretVersionStage(
                    it ->
                        it.secretId(secret).versionStage("AWSCURRENT").removeFromVersionId(first)))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(at("AWSCURRENT")).isEqualTo("first");

    moves("AWSCURRENT", second, first);

    assertThat(at("AWSCURRENT")).isEqualTo("second");
    assertThat(at("AWSPREVIOUS")).isEqualTo("first");
    moves("AWSCURRENT", first, second);
    assertThat(at("AWSCURRENT")).isEqualTo("first");
    assertThat(at("AWSPREVIOUS")).isEqualTo("second");
  }

  @Test
  void aStageThatIsTakenAwayIsAtNoVersion() {
    String pending =
        client
            .putSecretValue(
                it -> it.secretId(secret).secretString("second").versionStages("AWSPENDING"))
            .versionId();

    client.updateSecretVersionStage(
        it -> it.secretId(secret).versionStage("AWSPENDING").removeFromVersionId(pending));

    assertThatThrownBy(() -> at("AWSPENDING")).isInstanceOf(ResourceNotFoundException.class);
    assertThat(at("AWSCURRENT")).isEqualTo("first");
  }
}
