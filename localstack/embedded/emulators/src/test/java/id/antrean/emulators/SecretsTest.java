package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.emulators.clock.MovableClock;
import id.antrean.emulators.secrets.SecretString;
import id.antrean.emulators.secrets.Secrets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class SecretsTest {

  private static EmbeddedAws aws;
  private static SecretsManagerClient client;

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    client = new Clients(aws).secrets();
  }

  @AfterAll
  static void stop() {
    client.close();
    aws.close();
  }

  private static SecretString generated(int length) {
    return new SecretString.Generated(
        Optional.of("{\"userId\":\"antrean\"}"), Optional.of("password"), length, true, "0O1l");
  }

  private static String value(String secret, String stage) {
    return client
        .getSecretValue(given -> given.secretId(secret).versionStage(stage))
        .secretString();
  }

  @Test
  void aGeneratedSecretPutsAPasswordIntoItsTemplate() {
    String arn = aws.secrets().define("DukcapilSecret", generated(40));

    String text = client.getSecretValue(given -> given.secretId(arn)).secretString();

    assertThat(text).matches("\\{\"userId\":\"antrean\",\"password\":\"[2-9A-NP-Za-km-z]{40}\"}");
    assertThat(aws.secrets().define("DukcapilSecret", generated(40))).isEqualTo(arn);
    assertThat(aws.secrets().current("DukcapilSecret")).isEqualTo(text);
  }

  @Test
  void aNewValueBecomesCurrentAndTheFormerPrevious() {
    client.createSecret(given -> given.name("rotating").secretString("one"));
    assertThatThrownBy(() -> value("rotating", "AWSPREVIOUS"))
        .isInstanceOf(ResourceNotFoundException.class);

    client.putSecretValue(given -> given.secretId("rotating").secretString("two"));
    assertThat(value("rotating", "AWSCURRENT")).isEqualTo("two");
    assertThat(value("rotating", "AWSPREVIOUS")).isEqualTo("one");

    client.putSecretValue(given -> given.secretId("rotating").secretString("three"));
    assertThat(value("rotating", "AWSCURRENT")).isEqualTo("three");
    assertThat(value("rotating", "AWSPREVIOUS")).isEqualTo("two");
    assertThat(
            client
                .describeSecret(given -> given.secretId("rotating"))
                .versionIdsToStages()
                .values())
        .containsExactlyInAnyOrder(
            java.util.List.of("AWSCURRENT"), java.util.List.of("AWSPREVIOUS"));
  }

  @Test
  void aPendingVersionLeavesTheOthersAlone() {
    client.createSecret(given -> given.name("pending").secretString("one"));

    client.putSecretValue(
        given -> given.secretId("pending").secretString("two").versionStages("AWSPENDING"));

    assertThat(value("pending", "AWSCURRENT")).isEqualTo("one");
    assertThat(value("pending", "AWSPENDING")).isEqualTo("two");
  }

  @Test
  void whatIsThereOrMissingIsSaidAsAwsSaysIt() {
    client.createSecret(given -> given.name("there").secretString("x"));

    assertThatThrownBy(() -> client.createSecret(given -> given.name("there").secretString("y")))
        .isInstanceOf(ResourceExistsException.class);
    assertThatThrownBy(() -> client.getSecretValue(given -> given.secretId("missing")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.listSecrets())
        .hasMessageContaining("Secrets Manager of the local stack does not do 'ListSecrets'");
  }

  @Test
  void secretsAreKept(@TempDir Path data) {
    Secrets first = new Secrets(Optional.of(data), MovableClock.inMemory());
    String arn = first.define("kept", generated(20));
    first.rotate("kept", "new");

    Secrets second = new Secrets(Optional.of(data), MovableClock.inMemory());

    assertThat(second.define("kept", generated(20))).isEqualTo(arn);
    assertThat(second.current(arn)).isEqualTo("new");
  }
}
