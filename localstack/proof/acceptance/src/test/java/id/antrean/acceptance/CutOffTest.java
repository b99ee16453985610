package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day before ends at another moment in each of the three zones. */
@OnAStack
@Needs(Ability.MOVABLE_CLOCK)
@DisplayName("A session of tomorrow")
final class CutOffTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Stack stack;

  CutOffTest(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"CLG, +07:00", "DPS, +08:00", "JAP, +09:00"})
  void takes_holds_until_midnight_at_its_office(String office, ZoneOffset offset) {
    LocalDate tomorrow =
        stack.sandbox().now().withOffsetSameInstant(offset).toLocalDate().plusDays(1);
    OffsetDateTime midnight = tomorrow.atStartOfDay().atOffset(offset);
    OpenSession session = new OpenSession(office, tomorrow, "10:30", "REGULAR", 2);
    stack.officer(office).sets(session);
    PassportApplication early = stack.readyApplication();
    PassportApplication late = stack.readyApplication();
    passUntil(midnight.minus(A_MINUTE));

    early.holds(session);
    passUntil(midnight);

    assertThat(
            OffsetDateTime.parse(
                late.triesToHold(session).refused(409, "too-late").getString("until")))
        .isEqualTo(midnight);
    assertThat(early.status()).isEqualTo("AWAITING_PAYMENT");
  }

  /** Where the minute before has begun already, there is nothing to wait for. */
  private void passUntil(OffsetDateTime moment) {
    Duration left = Duration.between(stack.sandbox().now(), moment);
    if (left.isPositive()) {
      stack.sandbox().letPass(left);
    }
  }
}
