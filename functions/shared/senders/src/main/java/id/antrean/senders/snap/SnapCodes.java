package id.antrean.senders.snap;

import id.antrean.senders.PayableCodes;
import java.time.Instant;

/**
 * A partner asks us what a bill is before it takes money: the billing code itself is what is typed,
 * and it is alive exactly while we say so. Nobody has to be told of it.
 */
final class SnapCodes implements PayableCodes {
  @Override
  public Issued issue(Wanted code, Instant now) {
    return new Given(code.bill().value(), null, null);
  }

  @Override
  public Ended end(Wanted code, Instant now) {
    return new Gone();
  }

  @Override
  public Seen see(Wanted code, Instant now) {
    return new Unpaid();
  }
}
