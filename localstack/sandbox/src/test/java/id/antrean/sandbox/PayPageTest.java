package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes money, and which bills there are to pay. */
class PayPageTest {
  @TempDir Path folder;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(folder);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aProgramReadsEachAggregatorAndEachBill() {
    JsonNode page = sandbox.getJson("/sandbox/aggregators");

    assertThat(page.at("/aggregators").findValuesAsText("name"))
        .containsExactly("doku", "midtrans", "snap", "standard", "xendit");
    assertThat(page.at("/bills/0/billingCode").asText()).isEqualTo("819204837561120");
    assertThat(page.at("/bills/0/amount").asLong()).isEqualTo(950_000);
  }

  @Test
  void aBrowserGetsAButtonForEachBill() {
    assertThat(sandbox.get("/sandbox/aggregators", "Accept", "text/html").body())
        .contains("<option>midtrans</option>")
        .contains("<button value=\"819204837561120\">Pay</button>")
        .endsWith("</html>\n");
  }
}
