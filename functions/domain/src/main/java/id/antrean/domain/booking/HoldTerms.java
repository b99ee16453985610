package id.antrean.domain.booking;

import java.time.Duration;

/**
 * The terms of holding a seat without having paid.
 *
 * @param paymentWindow what the applicant is told
 * @param grace hidden time after it in which a payment still wins, because webhooks take a while
 * @param unpaidHolds how many seats an account may hold unpaid at once
 * @param expiriesBeforePause how many holds an application may let expire within {@link #PAUSE}
 *     before it has to wait
 */
public record HoldTerms(
    Duration paymentWindow, Duration grace, int unpaidHolds, int expiriesBeforePause) {

  /** How long an expired hold counts. */
  public static final Duration PAUSE = Duration.ofDays(1);
}
