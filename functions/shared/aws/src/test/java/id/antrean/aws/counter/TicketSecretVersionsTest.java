package id.antrean.aws.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.domain.Missing;
import id.antrean.domain.counter.KeepTicketSecret.Stage;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import id.antrean.emulators.calls.Service;
import id.antrean.emulators.faults.Fault;
import id.antrean.emulators.faults.FaultKind;
import id.antrean.emulators.secrets.SecretString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The versions of the ticket secret, on a Secrets Manager that rotates it. */
class TicketSecretVersionsTest {
  private static final Duration DAYS_100 = Duration.ofDays(100);

  private static EmbeddedAws aws;
  private static SecretsManagerClient client;
  private static int made;

  private final String id;
  private final TicketSecretVersions versions;

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    client =
        SecretsManagerClient.builder()
            .endpointOverride(aws.edge())
            .region(Region.of(EmbeddedAws.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    aws.close();
  }

  TicketSecretVersionsTest() {
    made++;
    id =
        aws.secrets()
            .define("tickets" + made, new SecretString.Given("{\"seed\":\"the first seed\"}"));
    versions = new TicketSecretVersions(client, id);
    aws.rotations().plan(id, "arn:f", Duration.ofDays(120));
  }

  /** What happens in the first step of a rotation; answers the version that it is about. */
  private String rotates(Consumer<String> inTheFirstStep) {
    List<String> version = new ArrayList<>();
    aws.rotations()
        .callBy(
            (function, event) -> {
              version.add(event.replaceFirst(".*\"ClientRequestToken\":\"([^\"]+)\".*", "$1"));
              inTheFirstStep.accept(version.getFirst());
              return false;
            });
    client.rotateSecret(it -> it.secretId(id));
    return version.getFirst();
  }

  private List<String> accepted() {
    return new RotatingTicketSecrets(new RotatingSecret(client, id, aws.clock()), DAYS_100).valid();
  }

  private String currentVersion() {
    return client.getSecretValue(get -> get.secretId(id)).versionId();
  }

  @Test
  void aVersionGetsItsSeedAndBecomesCurrent() {
    String former = currentVersion();
    String version =
        rotates(
            pending -> {
              assertThat(versions.stage(pending)).isEqualTo(Stage.PENDING);
              assertThat(versions.pendingSeed(pending)).isEmpty();
            });
    versions.keep(version, "the second seed");
    assertThat(versions.pendingSeed(version)).contains("the second seed");
    assertThat(accepted()).containsExactly("the first seed");

    versions.makeCurrent(version);

    assertThat(accepted()).containsExactly("the second seed", "the first seed");
    assertThat(versions.stage(version)).isEqualTo(Stage.CURRENT);
    assertThat(versions.stage(former)).isEqualTo(Stage.NEITHER);
    assertThat(versions.stage("of another secret")).isEqualTo(Stage.NEITHER);
  }

  @Test
  void aVersionKeepsTheSeedThatItHas() {
    String version = rotates(pending -> {});
    versions.keep(version, "the second seed");

    versions.keep(version, "a third seed");

    assertThat(versions.pendingSeed(version)).contains("the second seed");
  }

  @Test
  void madeCurrentAgainItStaysSo() {
    String version = rotates(pending -> {});
    versions.keep(version, "the second seed");

    versions.makeCurrent(version);
    versions.makeCurrent(version);

    assertThat(accepted()).containsExactly("the second seed", "the first seed");
  }

  @Test
  void anAnswerThatIsLostChangesNothing() {
    String version = rotates(pending -> {});
    loses("PutSecretValue");
    versions.keep(version, "the second seed");
    loses("UpdateSecretVersionStage");
    versions.makeCurrent(version);

    assertThat(accepted()).containsExactly("the second seed", "the first seed");
  }

  private static void loses(String operation) {
    aws.faults()
        .inject(
            new Fault(
                Service.SECRETSMANAGER,
                Optional.of(operation),
                Optional.empty(),
                Optional.empty(),
                FaultKind.DROP_ANSWER,
                0,
                OptionalInt.of(1)));
  }

  @Test
  void aPendingTextThatIsNoSeedIsAFaultThatDoesNotSayIt() {
    for (String text : List.of("the secret itself", "{\"key\":\"the secret itself\"}")) {
      client.putSecretValue(put -> put.secretId(id).secretString(text).versionStages("AWSPENDING"));
      String version =
          client.getSecretValue(get -> get.secretId(id).versionStage("AWSPENDING")).versionId();

      assertThatThrownBy(() -> versions.pendingSeed(version))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("itself")
          .hasNoCause();
    }
  }

  @Test
  void aSecretThatIsNotThereIsMissing() {
    assertThatThrownBy(() -> new TicketSecretVersions(client, "none").stage("any"))
        .isInstanceOfSatisfying(
            Missing.class, missing -> assertThat(missing.kind()).isEqualTo("secret"));
  }

  // ---- Seeds ----

  @Test
  void aSeedIsAsTheTemplatesFirstOneAndEachIsAnother() {
    RandomTicketSeeds seeds = new RandomTicketSeeds();

    assertThat(seeds.draw()).matches("[A-Za-z0-9]{64}").isNotEqualTo(seeds.draw());
  }

  @Test
  void theKeyOfASeedWorks() {
    assertThat(new TriedTicketSeeds().works(new RandomTicketSeeds().draw())).isTrue();
  }
}
