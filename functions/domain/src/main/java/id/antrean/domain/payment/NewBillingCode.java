package id.antrean.domain.payment;

/**
 * Draws a billing code that nobody can guess. Whether it is unused is found out when the bill is
 * stored.
 */
public interface NewBillingCode {
  BillingCode draw();
}
