package id.antrean.senders;

import id.antrean.domain.payment.BillingCode;

/**
 * What senders write as the reference of a payment: our billing code, or billing code {@code -}
 * attempt.
 */
public final class References {
  /** Stands for a reference that could not be kept as a key. */
  private static final String UNIDENTIFIED = "unidentified";

  private static final int LONGEST = 64;

  private References() {}

  /** The billing code within; else the reference as it came, where it can serve as a key. */
  public static String of(String sent) {
    String code = sent.strip().split("-", 2)[0];
    if (BillingCode.isValid(code)) {
      return code;
    }
    boolean usable =
        !sent.isBlank()
            && sent.length() <= LONGEST
            && sent.chars().allMatch(c -> c > ' ' && c <= '~');
    return usable ? sent : UNIDENTIFIED;
  }
}
