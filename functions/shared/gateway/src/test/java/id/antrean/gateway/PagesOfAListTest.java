package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of a list has as many items as the client asks for, 1 to 100. */
class PagesOfAListTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "9", "10", "99", "100", "007"})
  void itHasWhatIsAskedFor(String limit) {
    Sent sent = Sent.query(Map.of("limit", limit));

    assertThat(Preconditions.limit(sent.request(), sent.errors()))
        .isEqualTo(Integer.parseInt(limit));
    assertThat(sent.errors().none()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "999", "0100", "", "-1", "+1", "1.0", "ten", "1a", "\u0661"})
  void whatItCannotHaveIsAFault(String limit) {
    Sent sent = Sent.query(Map.of("limit", limit));

    assertThat(Preconditions.limit(sent.request(), sent.errors())).isOne();
    assertThat(sent.wrong())
        .containsExactly("/query/limit Has to be a whole number from 1 to 100.");
  }

  @Test
  void itHasAHundredWhereNobodyAsks() {
    Sent sent = Sent.query(Map.of("cursor", "x"));

    assertThat(Preconditions.limit(sent.request(), sent.errors())).isEqualTo(100);
    assertThat(sent.errors().none()).isTrue();
  }
}
