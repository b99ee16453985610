package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rule 1: never oversold. The control that shows the race when the condition is gone is a test of
 * the store.
 */
@OnAStack
@DisplayName("An opening rush")
final class OpeningRushTest {
  private static final int CONTENDERS = 200;
  private static final int SEATS = 20;
  private static final int AT_A_TIME = 8;

  private final Stack stack;

  OpeningRushTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs(Ability.CROWDS)
  void of_200_for_20_seats_gives_20_a_seat_and_tells_180_that_it_is_sold_out() {
    List<PassportApplication> contenders =
        Crowd.ofAtMost(AT_A_TIME)
            .each(
                IntStream.range(0, CONTENDERS)
                    .mapToObj(i -> (Callable<PassportApplication>) stack::readyApplication));
    OpenSession session = stack.opens(SEATS);

    List<Answer> answers =
        Crowd.ofAtMost(CONTENDERS)
            .each(contenders.stream().map(one -> () -> holdsAsToldTo(one, session)));

    assertThat(
            answers.stream()
                .collect(Collectors.groupingBy(OpeningRushTest::told, Collectors.counting())))
        .isEqualTo(Map.of("held", (long) SEATS, "sold-out", (long) CONTENDERS - SEATS));
    assertThat(stack.officer(session.office()).sees(session))
        .containsEntry("held", SEATS)
        .containsEntry("paid", 0);
    assertThat(stack.officer(session.office()).appointments(session.date()))
        .extracting(appointment -> String.valueOf(appointment.get("applicationId")))
        .containsExactlyInAnyOrderElementsOf(
            contenders.stream()
                .filter(one -> one.status().equals("AWAITING_PAYMENT"))
                .map(PassportApplication::id)
                .toList());
  }

  @Test
  void of_one_persons_devices_gives_one_seat() {
    PassportApplication application = stack.readyApplication();
    OpenSession session = stack.opens(SEATS);

    List<Answer> answers =
        Crowd.ofAtMost(AT_A_TIME)
            .each(
                IntStream.range(0, AT_A_TIME)
                    .mapToObj(i -> () -> holdsAsToldTo(application, session)));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  /** Comes back when told that the system is busy, as a phone does. */
  private static Answer holdsAsToldTo(PassportApplication application, OpenSession session) {
    return Stream.generate(() -> application.triesToHold(session))
        .limit(20)
        .filter(answer -> answer.status() != 503 && answer.status() != 429)
        .findFirst()
        .orElseThrow();
  }

  private static String told(Answer answer) {
    return answer.status() == 200 ? "held" : answer.problem();
  }
}
