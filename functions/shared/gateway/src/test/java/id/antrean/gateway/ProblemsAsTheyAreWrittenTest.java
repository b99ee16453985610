package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A problem is written as RFC 9457 says, and says when it is worth trying again. */
class ProblemsAsTheyAreWrittenTest {

  private static Answer answer(Problem problem) {
    return problem.answer(Language.ENGLISH, "request-1");
  }

  private static JsonNode body(Problem problem) {
    return Objects.requireNonNull(answer(problem).body());
  }

  @Test
  void itHasTheMembersOfEveryProblemAndItsOwn() {
    Problem problem =
        Problem.of(ProblemType.TOO_LARGE, 256).with(new ProblemMembers.TooManyHolds(256, null));

    JsonNode body = body(problem);
    assertThat(body.path("type").textValue()).isEqualTo("/problems/too-large");
    assertThat(body.path("title").textValue()).isEqualTo("Too large");
    assertThat(body.path("status").intValue()).isEqualTo(413);
    assertThat(body.path("detail").textValue()).isEqualTo("The body is over 256 KB.");
    assertThat(body.path("instance").textValue()).isEqualTo("/requests/request-1");
    assertThat(body.path("limit").intValue()).isEqualTo(256);
    assertThat(body.path("until").isNull()).isTrue();
    assertThat(body.size()).isEqualTo(7);
    assertThat(answer(problem).status()).isEqualTo(413);
    assertThat(answer(problem).headers())
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Cache-Control", "no-store");
  }

  @Test
  void oneWithoutMembersHasThoseOfEveryProblemAlone() {
    assertThat(body(Problem.of(ProblemType.NOT_FOUND)).propertyStream().map(Map.Entry::getKey))
        .containsExactly("type", "title", "status", "detail", "instance");
  }

  @Test
  void aSituationOfItsOwnChangesNothingButWhatIsSaid() {
    Problem problem =
        Problem.of(ProblemType.STALE).with(new ProblemMembers.Stale(3)).when("unused", 1);

    assertThat(problem.type()).isEqualTo(ProblemType.STALE);
    assertThat(problem.members()).isEqualTo(new ProblemMembers.Stale(3));
    assertThat(problem.arguments()).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TOO_MANY_REQUESTS", "UNAVAILABLE"})
  void whatWillNotPassByItselfIsNotWorthTryingAgain(ProblemType type) {
    Answer answer = answer(Problem.of(type, 1));
    assertThat(answer.status()).isEqualTo(type.status());
    assertThat(answer.headers()).doesNotContainKey("Retry-After");
  }

  @RepeatedTest(20)
  void clientsThatWereTurnedAwayTogetherComeBackWithinFourSeconds() {
    assertThat(
            Integer.parseInt(
                answer(Problem.of(ProblemType.UNAVAILABLE))
                    .headers()
                    .getOrDefault("Retry-After", "none")))
        .isBetween(1, 4);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT0.001S, 1", "PT1S, 1", "PT1.001S, 2", "PT10M, 600"})
  void aKnownPauseIsToldInWholeSecondsThatAreLongEnough(Duration pause, String seconds) {
    assertThat(answer(Refusals.problem(new Refusal.TooManyRequests(pause))).headers())
        .containsEntry("Retry-After", seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1S, 1 minute(s)",
    "PT60S, 1 minute(s)",
    "PT61S, 2 minute(s)",
    "PT119M, 119 minute(s)",
    "PT119M1S, 2 hours",
    "PT2H, 2 hours",
    "PT2H1M, 3 hours",
    "PT24H, 24 hours"
  })
  void aPersonHearsItInMinutesOrFromTwoHoursOnInHours(Duration pause, String said) {
    assertThat(
            body(Refusals.problem(new Refusal.TooManyRequests(pause))).path("detail").textValue())
        .contains(" in " + said + ".");
  }

  @Test
  void whatIsMissingIsNamedToPrograms() {
    JsonNode missing =
        body(Refusals.problem(
                new Refusal.NotReady(List.of(DocumentKind.ID_CARD, DocumentKind.DIPLOMA))))
            .path("missing");

    assertThat(missing).extracting(JsonNode::textValue).containsExactly("ID_CARD", "DIPLOMA");
  }

  @Test
  void whoPaidForAnotherPassportHearsHowToGetASeatWithIt() {
    assertThat(body(Refusals.problem(new Refusal.OtherFee(true))).path("detail").textValue())
        .contains("Correct the application");
    assertThat(body(Refusals.problem(new Refusal.OtherFee(false))).path("detail").textValue())
        .contains("same kind");
  }

  @Test
  void onlyWhoCancelledHearsOfANewApplication() {
    for (Status status : Status.values()) {
      boolean cancelled = status == Status.CANCELLED;
      for (Refusal refusal : List.of(new Refusal.WrongStatus(status), new Refusal.Locked(status))) {
        assertThat(
                body(Refusals.problem(refusal))
                    .path("detail")
                    .textValue()
                    .contains("make a new one"))
            .as(refusal.toString())
            .isEqualTo(cancelled);
      }
    }
  }
}
