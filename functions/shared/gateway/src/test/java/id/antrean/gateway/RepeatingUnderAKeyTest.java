package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An Idempotency-Key is 8 to 64 visible characters, and may be left out. */
class RepeatingUnderAKeyTest {
  private static final String SIXTY_FOUR =
      "k234567890123456789012345678901234567890123456789012345678901234";

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "!key-key~", SIXTY_FOUR})
  void ofVisibleCharactersItIsTakenAsItStands(String key) {
    Sent sent = Sent.header("idempotency-key", key);

    assertThat(Preconditions.idempotencyKey(sent.request(), sent.errors())).contains(key);
    assertThat(sent.errors().none()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1234567",
        SIXTY_FOUR + "5",
        "12345 678",
        "1234567\u007F",
        "1234567\u00E9",
        "1234567\n"
      })
  void anyOtherIsAFault(String key) {
    Sent sent = Sent.header("Idempotency-Key", key);

    assertThat(Preconditions.idempotencyKey(sent.request(), sent.errors())).isEmpty();
    assertThat(sent.wrong())
        .containsExactly("/header/Idempotency-Key Has to be 8 to 64 visible characters.");
  }

  @Test
  void withoutOneNothingIsRemembered() {
    Sent sent = Sent.query(Map.of());

    assertThat(Preconditions.idempotencyKey(sent.request(), sent.errors())).isEmpty();
    assertThat(sent.errors().none()).isTrue();
  }
}
