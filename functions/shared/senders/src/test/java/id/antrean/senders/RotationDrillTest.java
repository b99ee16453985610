package id.antrean.senders;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.secrets.RotatingSecret;
import id.antrean.gateway.Request;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.WebhookSender.Refused;
import id.antrean.senders.standard.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The drill of a key that is changed: a notification every half minute of three days, under the
 * former key until its sender has the new one. None is lost, and the former is refused in the end.
 */
class RotationDrillTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final String OLD = secret("the key that is to go");
  private static final String NEW = secret("the key that is to come");
  private final Safe safe = new Safe();
  private Instant now = BEGIN;
  private final StandardWebhooks sender =
      new StandardWebhooks(
          new RotatingSenderSecrets(id -> new RotatingSecret(safe, id, () -> now), OVERLAP)
              .keys("standard", "secret"));

  /** Secrets Manager, as far as it is asked. */
  private static final class Safe implements SecretsManagerClient {
    private final Map<String, GetSecretValueResponse> versions = new HashMap<>();
    private int read;

    void put(String value, Instant at) {
      GetSecretValueResponse former = versions.get("AWSCURRENT");
      if (former != null) {
        versions.put("AWSPREVIOUS", former);
      }
      versions.put(
          "AWSCURRENT",
          GetSecretValueResponse.builder()
              .secretString("{\"secret\":\"" + value + "\"}")
              .createdDate(at)
              .build());
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      read++;
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

  private static String secret(String text) {
    return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private WebhookSender.Verdict posted(String under) {
    String time = Long.toString(now.getEpochSecond());
    byte[] key = Base64.getDecoder().decode(under.substring("whsec_".length()));
    byte[] signed = ("event-1." + time + ".{}").getBytes(StandardCharsets.UTF_8);
    Request webhook =
        Webhooks.posted(
            Map.of(
                "webhook-id",
                "event-1",
                "webhook-timestamp",
                time,
                "webhook-signature",
                "v1,"
                    + Base64.getEncoder().encodeToString(Digests.keyed("HmacSHA256", key, signed))),
            "{}");
    return sender.verify(webhook, now);
  }

  /** Everything that comes until then. */
  private void comesUntil(Instant end, String under) {
    for (; now.isBefore(end); now = now.plusSeconds(30)) {
      assertThat(posted(under)).as("at %s", now).isInstanceOf(Authentic.class);
    }
  }

  @Test
  void noNotificationIsLost() {
    safe.put(OLD, BEGIN);
    comesUntil(BEGIN.plus(Duration.ofDays(1)), OLD);

    // Ours first. Whoever has read the former a second ago still has it.
    safe.put(NEW, now);
    comesUntil(now.plus(Duration.ofHours(20)), OLD);

    // Theirs, hours later: one process was never told, and believes it at once.
    comesUntil(now.plus(Duration.ofDays(1)), NEW);

    assertThat(posted(OLD)).isEqualTo(new Refused(Why.WRONG_SIGNATURE));
  }

  @Test
  void whoUsesTheNewOneAtOnceIsBelievedByWhoHasJustReadTheFormer() {
    safe.put(OLD, BEGIN);
    assertThat(posted(OLD)).isInstanceOf(Authentic.class);
    now = now.plusSeconds(11);
    safe.put(NEW, now);

    assertThat(posted(NEW)).isInstanceOf(Authentic.class);
    assertThat(posted(OLD)).isInstanceOf(Authentic.class);
  }

  @Test
  void aThousandForgedSignaturesHaveTheKeyReadOnceInTenSeconds() {
    safe.put(OLD, BEGIN);
    for (int i = 0; i < 1_000; i++) {
      assertThat(posted(NEW)).isEqualTo(new Refused(Why.WRONG_SIGNATURE));
    }

    // The present one and the one before.
    assertThat(safe.read).isEqualTo(2);
  }
}
