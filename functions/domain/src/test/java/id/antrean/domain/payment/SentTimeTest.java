package id.antrean.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SentTimeTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-23T02:00:00Z");

  private static Instant plausible(String sent) {
    return SentTime.plausible(Instant.parse(sent), RECEIVED);
  }

  @Test
  void aTimeThatCanBeIsBelieved() {
    for (String sent :
        new String[] {"2020-01-01T00:00:00Z", "2026-11-23T01:59:00Z", "2026-11-24T02:00:00Z"}) {
      assertThat(plausible(sent)).isEqualTo(Instant.parse(sent));
    }
  }

  @Test
  void oneThatCannotBeIsTheTimeOfReceipt() {
    for (String sent :
        new String[] {"2019-12-31T23:59:59Z", "2026-11-24T02:00:01Z", "1970-01-01T00:00:00Z"}) {
      assertThat(plausible(sent)).isEqualTo(RECEIVED);
    }
    assertThat(SentTime.plausible(Instant.MAX, RECEIVED)).isEqualTo(RECEIVED);
    assertThat(SentTime.plausible(Instant.MIN, RECEIVED)).isEqualTo(RECEIVED);
  }
}
