package id.antrean.aws.payments;

import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.NewBillingCode;
import java.security.SecureRandom;

/** Billing codes out of the system's secure randomness. */
public final class RandomBillingCodes implements NewBillingCode {
  private static final long CODES = 100_000_000_000_000L;

  private final SecureRandom random = new SecureRandom();

  @Override
  public BillingCode draw() {
    return new BillingCode(String.format("8%014d", random.nextLong(CODES)));
  }
}
