package id.antrean.payments;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.memory.Calls;
import id.antrean.senders.Aggregator;
import id.antrean.senders.PayableCodes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An aggregator that makes codes, and can be asked of which of them somebody could take money. */
final class CodesAtAnAggregator implements Aggregator, PayableCodes {
  final Set<String> payable = new HashSet<>();
  final Set<String> used = new HashSet<>();
  private final String name;
  private final Calls calls;

  CodesAtAnAggregator(String name, Calls calls) {
    this.name = name;
    this.calls = calls;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PayableCodes> codes() {
    return Optional.of(this);
  }

  @Override
  public Issued issue(Wanted code, Instant now) {
    return calls.make(
        "issue",
        () -> {
          if (!used.add(code.reference())) {
            return new Declined();
          }
          payable.add(code.reference());
          return new Given("pay-" + code.reference(), null, null);
        });
  }

  @Override
  public Ended end(Wanted code, Instant now) {
    return calls.make(
        "end",
        () -> {
          payable.remove(code.reference());
          return new Gone();
        });
  }

  @Override
  public Seen see(Wanted code, Instant now) {
    return new Unpaid();
  }

  @Override
  public boolean signsEverything() {
    return true;
  }

  @Override
  public Translation translate(RawNotification raw) {
    return new NoPayment();
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return new Confirmed(claimed);
  }
}
