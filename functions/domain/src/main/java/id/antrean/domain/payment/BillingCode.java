package id.antrean.domain.payment;

/** What the payer types: {@code 8} (a biller of non-tax state revenue) and 14 random digits. */
public record BillingCode(String value) {

  /** Digits of a code. */
  public static final int LENGTH = 15;

  public BillingCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a billing code");
    }
  }

  public static boolean isValid(String text) {
    return text.length() == LENGTH
        && text.charAt(0) == '8'
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
