package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Terms;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** Many rounds at the very second: one wins, and nobody has paid for a hold that expired. */
@OnAStack
@DisplayName("Payment and expiry at the same instant")
final class PaymentAgainstExpiryTest {
  /** Fewer where they have to be made while a short window lasts. */
  private static final int HOLDS_A_ROUND = Ability.MOVABLE_CLOCK.isHere() ? 12 : 4;

  private static final Duration AROUND_THE_DEADLINE = Duration.ofSeconds(5);

  private final Stack stack;

  PaymentAgainstExpiryTest(Stack stack) {
    this.stack = stack;
  }

  @RepeatedTest(4)
  void have_one_winner_and_never_a_paid_hold_that_expired() {
    OpenSession session = stack.opens(HOLDS_A_ROUND);
    Crowd crowd = Crowd.ofAtMost(HOLDS_A_ROUND + 1);
    List<PassportApplication> holders =
        Crowd.ofAtMost(4)
            .each(
                IntStream.range(0, HOLDS_A_ROUND)
                    .mapToObj(i -> (Callable<PassportApplication>) stack::readyApplication));
    holders.forEach(holder -> holder.holds(session));
    List<String> codes =
        holders.stream().map(holder -> holder.bill().getString("billingCode")).toList();
    OffsetDateTime due =
        OffsetDateTime.parse(holders.getFirst().bill().getString("payBy")).plus(Terms.HERE.grace());
    stack
        .sandbox()
        .letPass(Duration.between(stack.sandbox().now(), due).minus(AROUND_THE_DEADLINE));

    Callable<List<Integer>> deadline =
        () -> {
          stack.sandbox().letPass(Duration.ofSeconds(30));
          stack.sandbox().runNow("OverdueSweepFunction");
          return List.of(200);
        };
    Stream<Callable<List<Integer>>> payments =
        codes.stream().map(code -> () -> stack.standard().takesPayment(code));
    assertThat(crowd.each(Stream.concat(Stream.of(deadline), payments)))
        .allSatisfy(answers -> assertThat(answers).containsExactly(200));

    for (PassportApplication holder : holders) {
      soon(() -> assertThat(holder.status()).isIn("CONFIRMED", "PAID_UNSCHEDULED"));
      assertThat(holder.bill().getString("status")).isEqualTo("PAID");
      assertThat(Collections.frequency(holder.events(), "PAYMENT_RECEIVED")).isEqualTo(1);
      assertThat(Collections.frequency(holder.events(), "HOLD_EXPIRED")).isLessThanOrEqualTo(1);
      // Whoever lost to the deadline paid late; nobody's hold expired after the money.
      assertThat(holder.events().lastIndexOf("HOLD_EXPIRED"))
          .isLessThan(holder.events().indexOf("PAYMENT_RECEIVED"));
    }
    long confirmed = holders.stream().filter(holder -> holder.status().equals("CONFIRMED")).count();
    soon(() -> assertThat(stack.taken(session)).isEqualTo((int) confirmed));
    assertThat(stack.officer(session.office()).sees(session)).containsEntry("held", 0);
  }
}
