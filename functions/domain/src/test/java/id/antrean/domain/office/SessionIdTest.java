package id.antrean.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {
  private static final SessionId EIGHT =
      new SessionId(
          new OfficeId("CLG"), LocalDate.of(2026, 12, 7), LocalTime.of(8, 0), Lane.REGULAR);

  @Test
  void itIsOfficeDateStartAndLane() {
    assertThat(EIGHT).hasToString("CLG.2026-12-07.0800.REGULAR");
    assertThat(EIGHT.time()).isEqualTo("0800");
    assertThat(EIGHT.month()).isEqualTo(YearMonth.of(2026, 12));
  }

  @Test
  void itIsReadAsItWasWritten() {
    assertThat(SessionId.parse(EIGHT.toString())).contains(EIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CLG.2026-12-07.0800",
        "CLG.2026-12-07.0800.REGULAR.",
        "clg.2026-12-07.0800.REGULAR",
        "CLG.2026-02-30.0800.REGULAR",
        "CLG.+12026-12-07.0800.REGULAR",
        "CLG.-2026-12-07.0800.REGULAR",
        "CLG.2026-12-07.2400.REGULAR",
        "CLG.2026-12-07.08:00.REGULAR",
        "CLG.2026-12-07.0800.regular",
        "CLG.2026-12-07.0800.FAST"
      })
  void anythingElseIsNoSession(String text) {
    assertThat(SessionId.parse(text)).isEmpty();
  }
}
