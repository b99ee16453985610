package id.antrean.simulation;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.BillingCode;
import id.antrean.memory.Calls;
import id.antrean.senders.PayableCodes;
import id.antrean.simulation.Sender.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The codes that an aggregator has made, each paid in full, once, and until it dies. */
final class SenderCodes implements PayableCodes {
  private final Calls calls;
  private final Sender sender;
  private final Map<String, Made> made = new LinkedHashMap<>();

  /** Where a code stands at its aggregator. */
  sealed interface State {}

  private record Payable() implements State {}

  private record Ended() implements State {}

  private record PaidBy(Money money) implements State {}

  /** A code that was made. */
  record Made(String reference, BillingCode bill, long amount, Instant expiresAt, State state) {
    private Made in(State next) {
      return new Made(reference, bill, amount, expiresAt, next);
    }
  }

  SenderCodes(Calls calls, Sender sender) {
    this.calls = calls;
    this.sender = sender;
  }

  /** Those that somebody could pay at that moment. */
  List<Made> payable(Instant now) {
    return made.values().stream()
        .filter(code -> code.state() instanceof Payable && now.isBefore(code.expiresAt()))
        .toList();
  }

  /** Money that came by a code of that bill, and is still here. */
  List<Money> takenFor(BillingCode bill) {
    return made.values().stream()
        .filter(code -> code.bill().equals(bill))
        .flatMap(code -> moneyOf(code).stream())
        .toList();
  }

  void isPaid(Made code, Money money) {
    made.put(code.reference(), code.in(new PaidBy(money)));
  }

  @Override
  public Issued issue(Wanted code, Instant now) {
    return answered(
        "issue code",
        () -> {
          Made known = made.get(code.reference());
          if (known != null && !(known.state() instanceof Payable)) {
            return new Declined();
          }
          made.put(
              code.reference(),
              new Made(
                  code.reference(),
                  code.bill(),
                  code.amount(),
                  code.code().expiresAt(),
                  new Payable()));
          return new Given("pay-" + code.reference(), null, null);
        },
        new Silent());
  }

  @Override
  public PayableCodes.Ended end(Wanted code, Instant now) {
    return this.<PayableCodes.Ended>answered(
        "end code",
        () -> {
          Made known = made.get(code.reference());
          Optional<Money> money = moneyOf(known);
          if (money.isPresent()) {
            return new Paid(sender.tellsWhenAsked(money.get()));
          }
          if (known != null && known.state() instanceof Payable) {
            made.put(code.reference(), known.in(new Ended()));
          }
          return new Gone();
        },
        new Silent());
  }

  @Override
  public Seen see(Wanted code, Instant now) {
    return answered("see code", () -> seen(moneyOf(made.get(code.reference()))), new Silent());
  }

  @Override
  public Seen seeBill(BillingCode bill, Instant now) {
    return answered(
        "see bill", () -> seen(sender.here(bill.value()).stream().findFirst()), new Silent());
  }

  private Seen seen(Optional<Money> money) {
    return money.<Seen>map(it -> new Paid(sender.tellsWhenAsked(it))).orElseGet(Unpaid::new);
  }

  private Optional<Money> moneyOf(@Nullable Made code) {
    return code != null && code.state() instanceof PaidBy(Money money) && !sender.wentBack(money)
        ? Optional.of(money)
        : Optional.empty();
  }

  private <T> T answered(String call, Supplier<T> work, T silent) {
    try {
      return calls.make(call, work);
    } catch (Unavailable down) {
      return silent;
    }
  }

  int standing() {
    return made.hashCode();
  }
}
