package id.antrean.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class BannerTest {
  @Test
  void whatItSaysToTryWorksInATerminalThatKnowsNothingOfThisOne() {
    assertThat(Banner.tries(URI.create("http://127.0.0.1:8080")))
        .anyMatch(line -> line.contains("$(./antrean token siti)"))
        .contains("./antrean demo");
    assertThat(Banner.tries(URI.create("http://127.0.0.1:9000")))
        .anyMatch(line -> line.contains("$(ANTREAN_PORT=9000 ./antrean token siti)"))
        .contains("ANTREAN_PORT=9000 ./antrean demo");
    assertThat(Banner.tries(URI.create("http://192.168.1.5:8080")))
        .contains("ANTREAN_HOST=192.168.1.5 ./antrean demo");
  }
}
