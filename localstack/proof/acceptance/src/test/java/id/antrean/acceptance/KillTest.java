package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.StandardWebhook;
import id.antrean.acceptance.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The six rules over {@code kill -9}. {@code ANTREAN_KILL_ROUNDS} says how often, {@code
 * ANTREAN_KILL_SEED} repeats the choices of a run that is printed with its seed.
 */
@DisplayName("A stack killed at a random moment")
@DisabledIfEnvironmentVariable(
    named = "ANTREAN_URL",
    matches = ".+",
    disabledReason = "only a stack of one's own is killed")
final class KillTest {
  private static final int ROUNDS = setting("ANTREAN_KILL_ROUNDS", 2);
  private static final int PEOPLE = 6;
  private static final int QUOTA = 2;
  private static final Duration PAST_THE_ARM_DELAY = Duration.ofMinutes(16);
  private static final Duration PAST_THE_DEADLINE = Duration.ofMinutes(130);

  @TempDir Path data;

  private static int setting(String name, int otherwise) {
    String given = System.getenv(name);
    return given == null ? otherwise : Integer.parseInt(given);
  }

  @Test
  void loses_nothing_and_keeps_every_rule_when_it_goes_on() {
    int seed = setting("ANTREAN_KILL_SEED", new Random().nextInt(1_000_000));
    Random random = new Random(seed);
    RunningStack running = RunningStack.keptIn(data);
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        String where = "seed " + seed + ", round " + round;
        Stack before = new Stack(running);
        List<OpenSession> sessions = List.of(before.opens(QUOTA), before.opens(QUOTA));
        List<Customer> people =
            Crowd.ofAtMost(3)
                .each(
                    IntStream.range(0, PEOPLE)
                        .mapToObj(i -> (Callable<Customer>) () -> new Customer(before)));
        int requests =
            new KilledRush(before, people, sessions)
                .until(10 + random.nextInt(90), random, running);
        running = RunningStack.keptIn(data);
        settles(new Stack(running), running, people, where);
        System.out.printf("Killed after %d requests, and all is well (%s)%n", requests, where);
      }
    } finally {
      running.close();
    }
  }

  private static void settles(
      Stack stack, RunningStack running, List<Customer> people, String where) {
    Census census = new Census(running.store());
    for (Customer customer : people) {
      StandardWebhook notice = customer.notice();
      if (notice != null && customer.heardBeforeTheKill()) {
        assertThat(census.notice(notice.id())).as("heard and kept, " + where).isNotEmpty();
      }
    }
    people.forEach(customer -> customer.sendsAgain(stack));
    stack.sandbox().letPass(PAST_THE_ARM_DELAY);
    soon(() -> assertThat(census.wrongSeats()).as(where).isEmpty());
    stack.sandbox().letPass(PAST_THE_DEADLINE);
    soon(() -> assertThat(census.wrongSeats()).as(where).isEmpty());
    soon(() -> assertThat(census.wrongGuards()).as(where).isEmpty());
    OpenSession another = stack.opens(PEOPLE);
    for (Customer customer : people) {
      ends(stack, census, customer, another, where);
    }
  }

  private static void ends(
      Stack stack, Census census, Customer customer, OpenSession another, String where) {
    StandardWebhook notice = customer.notice();
    String status = customer.application(stack).status();
    if (notice == null) {
      assertThat(status).as(where).isIn("READY", "CANCELLED");
    } else if (status.equals("CANCELLED")) {
      assertThat(census.notice(notice.id())).as(where).isEqualTo("EXCEPTION");
    } else {
      assertThat(status).as(where).isIn("CONFIRMED", "PAID_UNSCHEDULED");
      assertThat(census.notice(notice.id())).as(where).isEqualTo("SETTLED");
    }
    if (status.equals("READY")) {
      customer.application(stack).holds(another);
      customer.application(stack).givesBack();
    }
  }
}
