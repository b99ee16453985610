package id.antrean.acceptance.stack;

import java.time.Duration;
import java.util.Optional;

/**
 * What the stack under test was deployed with: the template's defaults, unless {@code
 * ANTREAN_PAYMENT_WINDOW_SECONDS}, {@code ANTREAN_GRACE_SECONDS} or {@code ANTREAN_UNPAID_HOLDS}
 * says otherwise of a given one.
 *
 * @param unpaidHolds how many seats one account may hold unpaid
 */
public record Terms(Duration paymentWindow, Duration grace, int unpaidHolds) {
  public static final Terms HERE =
      new Terms(
          Duration.ofSeconds(number("ANTREAN_PAYMENT_WINDOW_SECONDS", 7200)),
          Duration.ofSeconds(number("ANTREAN_GRACE_SECONDS", 180)),
          number("ANTREAN_UNPAID_HOLDS", 25));

  /** After so long a hold that is not paid is over. */
  public Duration deadlineAndGrace() {
    return paymentWindow.plus(grace);
  }

  private static int number(String variable, int otherwise) {
    return Optional.ofNullable(System.getenv(variable)).map(Integer::parseInt).orElse(otherwise);
  }
}
