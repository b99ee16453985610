package id.antrean.counter;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.gateway.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketFormatTest {

  private static TicketFormat wanted(String accept) {
    return wanted(Map.of("Accept", accept));
  }

  private static TicketFormat wanted(Map<String, String> headers) {
    return TicketFormat.of(
        new Request("GET", "/", Map.of(), Map.of(), headers, new byte[0], "r1").wantedType());
  }

  @Test
  void whoeverAsksForNothingHasJson() {
    assertThat(wanted(Map.of())).isEqualTo(TicketFormat.JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, JSON",
    "image/png, PNG",
    "application/pdf, PDF",
    "text/calendar, CALENDAR",
    "IMAGE/PNG, PNG",
    "'  text/calendar  ', CALENDAR",
    "text/calendar; charset=utf-8, CALENDAR",
    "'image/png, application/json', PNG",
    "'application/json, image/png', JSON"
  })
  void whatAcceptBeginsWithCounts(String accept, TicketFormat format) {
    assertThat(wanted(accept)).isEqualTo(format);
  }

  /** The gateway would hand base64 on to a client that does not begin with the very type. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "*/*",
        "image/*",
        "image/webp, image/png",
        "application/json;q=0.5, image/png",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "pdf, png"
      })
  void whateverElseItBeginsWithIsAnsweredAsJson(String accept) {
    assertThat(wanted(accept)).isEqualTo(TicketFormat.JSON);
  }
}
