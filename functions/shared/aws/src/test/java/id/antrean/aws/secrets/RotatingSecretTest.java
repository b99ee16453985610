package id.antrean.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A rotation, as the sender whose secret it is lives through it. */
class RotatingSecretTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Shelf shelf = new Shelf();
  private Instant now = Instant.parse("2026-11-23T02:00:00Z");
  private final RotatingSecret secret = new RotatingSecret(shelf, "secret", () -> now);

  /** Secrets Manager, as far as it is asked. */
  private static final class Shelf implements SecretsManagerClient {
    private final Map<String, GetSecretValueResponse> versions = new HashMap<>();

    void put(String value, Instant at) {
      GetSecretValueResponse former = versions.get("AWSCURRENT");
      if (former != null) {
        versions.put("AWSPREVIOUS", former);
      }
      versions.put(
          "AWSCURRENT",
          GetSecretValueResponse.builder()
              .secretString("{\"key\":\"" + value + "\"}")
              .createdDate(at)
              .build());
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      GetSecretValueResponse version = versions.get(request.versionStage());
      if (version == null) {
        throw ResourceNotFoundException.builder().message("none").build();
      }
      return version;
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void whatWasNeverRotatedIsGoodForEver() {
    shelf.put("old", now);
    pass(Duration.ofDays(1_000));
    assertThat(secret.accepted("key", A_DAY)).containsExactly("old");
  }

  @Test
  void oldAndNewAreGoodForADayThenOnlyTheNew() {
    shelf.put("old", now);
    pass(Duration.ofDays(30));
    shelf.put("new", now);
    assertThat(secret.accepted("key", A_DAY)).containsExactly("new", "old");
    pass(A_DAY);
    assertThat(secret.accepted("key", A_DAY)).containsExactly("new", "old");
    pass(Duration.ofSeconds(1));
    assertThat(secret.accepted("key", A_DAY)).containsExactly("new");
  }

  @Test
  void theFormerOneIsUsedUntilOthersKnowTheNewOne() {
    Duration known = Duration.ofMinutes(15);
    shelf.put("first", now);
    assertThat(secret.current("key", known)).as("nobody knows another").isEqualTo("first");
    pass(Duration.ofDays(30));
    shelf.put("new", now);
    assertThat(secret.current("key", known)).isEqualTo("first");
    pass(known.minusSeconds(1));
    assertThat(secret.current("key", known)).isEqualTo("first");
    pass(Duration.ofSeconds(1));
    assertThat(secret.current("key", known)).isEqualTo("new");
  }

  @Test
  void aSecretThatLeakedCanEndAtOnce() {
    shelf.put("leaked", now);
    pass(Duration.ofMinutes(10));
    shelf.put("new", now.minusSeconds(1));
    assertThat(secret.accepted("key", Duration.ZERO)).containsExactly("new");
  }

  @Test
  void oneThatIsNotThereIsMissingAndNoFormerOneIsNot() {
    assertThatThrownBy(() -> secret.current("key"))
        .isInstanceOfSatisfying(
            Missing.class, missing -> assertThat(missing.kind()).isEqualTo("secret"));
    shelf.put("back", now);
    assertThat(secret.current("key")).isEqualTo("back");
  }
}
