package id.antrean.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSourceTest {

  /** A finer moment would be another one as soon as it is read again from a table. */
  @Test
  void itTellsWhatTheTablesKeep() {
    assertThat(Stream.generate(() -> TimeSource.clock().instant()).limit(1_000))
        .allSatisfy(
            told ->
                assertThat(
                        new ItemReader(new ItemWriter().instant("at", told).attributes())
                            .instant("at"))
                    .isEqualTo(told));
  }

  @Test
  void itIsTheSystemsWhereNoneIsNamed() {
    Instant before = Instant.ofEpochMilli(System.currentTimeMillis());

    assertThat(TimeSource.clock().instant())
        .isBetween(before, Instant.ofEpochMilli(System.currentTimeMillis() + 1));
  }
}
