package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static id.antrean.booking.FrontDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is told with all its faults, and takes no seat. */
class FaultyRequestsTest {
  private final FrontDesk desk = new FrontDesk();

  @AfterEach
  void nothingHasChanged() {
    assertThat(desk.siti()).isEqualTo(desk.siti);
    assertThat(desk.world.deadlines.queue.waiting()).isEmpty();
  }

  private FrontDesk.Reply siti(String body, String... headers) {
    return desk.asks("siti", desk.siti.id().value(), body, headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sessionId\":null}",
        "{\"sessionId\":\"\"}",
        "{\"sessionId\":8}",
        "{\"sessionId\":[\"CLG.2026-12-07.0800.REGULAR\"]}",
        "{\"sessionId\":\"CLG.2026-12-07.0800.REGULAR.CLG.2026-12-07.0800.REGULAR.CLG.2026-\"}"
      })
  void aSessionHasToBeNamed(String body) {
    assertThat(siti(body).refused(400, "validation").pointers()).containsExactly("/sessionId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "8", "{\"sessionId\":", "sessionId=CLG"})
  void aBodyHasToBeAnObject(String body) {
    assertThat(siti(body).refused(400, "validation").pointers()).containsExactly("");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(
            siti("{\"sessionId\":7,\"seat\":1}", "If-Match", "five")
                .refused(400, "validation")
                .pointers())
        .containsExactlyInAnyOrder("/header/If-Match", "/sessionId", "/seat");
  }

  @Test
  void nothingElseIsTakenForABooking() {
    assertThat(
            siti("{\"sessionId\":\"" + EIGHT + "\",\"payBy\":\"2036-01-01T00:00:00Z\"}")
                .refused(400, "validation")
                .pointers())
        .containsExactly("/payBy");
  }

  @Test
  void anotherContentTypeIsRefused() {
    siti(body(EIGHT), "Content-Type", "text/plain").refused(415, "unsupported-media-type");
  }

  @Test
  void givingBackIsReadAsStrictly() {
    assertThat(desk.givesBack("If-Match", "five").refused(400, "validation").pointers())
        .containsExactly("/header/If-Match");
  }
}
