package id.antrean.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicInteger halts = new AtomicInteger();

  private Ending ending(Duration bound, Runnable close) {
    return new Ending(
        bound,
        close,
        halts::incrementAndGet,
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @Test
  void whatClosesInTimeIsNotHalted() {
    Ending ending = ending(Duration.ofMinutes(1), () -> {});
    ending.closeAll();
    ending.guard();
    assertThat(halts).hasValue(0);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void whatNeverClosesIsHaltedAndSaysSo() {
    // Nobody calls closeAll: to the guard that is a part that hangs.
    ending(Duration.ofMillis(1), () -> {}).guard();
    assertThat(halts).hasValue(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("does not end");
  }

  @Test
  void whatFailsToCloseCountsAsClosed() {
    Ending ending =
        ending(
            Duration.ofMinutes(1),
            () -> {
              throw new IllegalStateException("a part failed");
            });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(ending::closeAll)).isNotNull();
    ending.guard();
    assertThat(halts).hasValue(0);
  }
}
