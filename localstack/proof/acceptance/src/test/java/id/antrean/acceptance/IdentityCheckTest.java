package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.people.Registration;
import id.antrean.acceptance.stack.Ability;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Dukcapil says of a person, and that its troubles never stop anybody. */
@OnAStack
@DisplayName("Asking Dukcapil who somebody is")
final class IdentityCheckTest {
  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(31);

  private final Stack stack;

  IdentityCheckTest(Stack stack) {
    this.stack = stack;
  }

  /** After earlier troubles Dukcapil is left alone for a while. */
  @BeforeEach
  void dukcapil_is_trusted_again() {
    soon(
        () -> {
          String verdict = verdictOn("SITI AMINAH");
          if (!verdict.equals("MATCHED")) {
            stack.sandbox().letPass(Duration.ofSeconds(30));
          }
          assertThat(verdict).isEqualTo("MATCHED");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "SITI AMINAH, MATCHED",
    "SITI BEDA, DIFFERS",
    "SITI TIADA, NOT_FOUND",
    "SITI WAFAT, DECEASED",
    "SITI NONAKTIF, INACTIVE",
    "SITI KUOTA, PENDING",
    "SITI LAMBAT, PENDING",
    "SITI SAMPAH, PENDING"
  })
  void registers_the_person_whatever_the_verdict(String name, String verdict) {
    PassportApplication application = stack.applicant("siti").registers(Person.adult(name));

    JsonPath identity = application.look();
    assertThat(identity.getString("applicant.identity.verdict")).isEqualTo(verdict);
    assertThat(identity.getString("applicant.identity.checkedAt") == null)
        .isEqualTo(verdict.equals("PENDING"));
    application.cancels();
  }

  @Test
  void says_what_differs_and_lets_the_person_go_on() {
    PassportApplication application =
        stack.applicant("siti").registers(Person.adult("SITI BEDA")).becomesReady();

    assertThat(application.look().getList("applicant.identity.differs", String.class))
        .containsExactly("fullName");
    application.holds(stack.opens(1));
  }

  @ParameterizedTest
  @CsvSource({"SITI TIADA, NOT_FOUND", "SITI WAFAT, DECEASED", "SITI NONAKTIF, INACTIVE"})
  void gives_no_seat_to_whom_dukcapil_does_not_know_until_corrected(String name, String verdict) {
    PassportApplication application =
        stack.applicant("siti").registers(Person.adult(name)).becomesReady();

    JsonPath refused = application.triesToHold(stack.opens(1)).refused(409, "identity");
    assertThat(refused.getString("verdict")).isEqualTo(verdict);

    JsonPath corrected =
        application.corrects(Map.of("applicant", Map.of("fullName", "SITI AMINAH")));
    assertThat(corrected.getString("applicant.identity.verdict")).isEqualTo("MATCHED");
    assertThat(corrected.getString("status")).isEqualTo("READY");
    application.holds(stack.opens(1));
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void books_for_whom_the_verdict_is_pending_and_asks_again_later() {
    stack.sandbox().dukcapilIsDown();
    PassportApplication application =
        stack.applicant("siti").registers(Person.adult()).becomesReady();
    assertThat(application.look().getString("applicant.identity.verdict")).isEqualTo("PENDING");
    application.holds(stack.opens(1));

    stack.sandbox().dukcapilIsUp();
    soon(
        () -> {
          stack.sandbox().letPass(UNTIL_ASKED_AGAIN.dividedBy(3));
          assertThat(application.look().getString("applicant.identity.verdict"))
              .isEqualTo("MATCHED");
        });
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void does_not_ask_again_for_a_correction_of_other_data() {
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    String checkedAt = application.look().getString("applicant.identity.checkedAt");
    stack.sandbox().letPass(Duration.ofMinutes(1));

    JsonPath corrected =
        application.corrects(Map.of("applicant", Map.of("email", "aminah@example.org")));

    assertThat(corrected.getString("applicant.identity.checkedAt")).isEqualTo(checkedAt);
    assertThat(
            application
                .corrects(Map.of("applicant", Map.of("fullName", "SITI AMINAH LESTARI")))
                .getString("applicant.identity.checkedAt"))
        .as("of what Dukcapil was asked about it is asked again")
        .isNotEqualTo(checkedAt);
  }

  private String verdictOn(String name) {
    return stack
        .applicant("siti")
        .triesToRegister(Registration.of(Person.adult(name)))
        .accepted()
        .getString("applicant.identity.verdict");
  }
}
