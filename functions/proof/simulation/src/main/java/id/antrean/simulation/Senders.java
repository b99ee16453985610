package id.antrean.simulation;

import id.antrean.simulation.Sender.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The aggregators: a bank at which bills are paid under their own code, and a shop at which they
 * are paid by codes that it was asked for, and by nothing else.
 */
record Senders(Sender bank, Sender shop) {
  List<Sender> all() {
    return List.of(bank, shop);
  }

  /** Codes that somebody could pay now. */
  List<SenderCodes.Made> payableCodes() {
    return shop.payableCodes();
  }

  /** The list of a day of whichever is called so. */
  Optional<String> listOf(String name, LocalDate day) {
    return named(name).flatMap(sender -> sender.listOf(day));
  }

  private Optional<Sender> named(String name) {
    return all().stream().filter(sender -> sender.name().equals(name)).findFirst();
  }

  /** Whose money it is. */
  Sender of(Money money) {
    return named(money.sender()).orElseThrow();
  }

  Stream<Money> taken() {
    return all().stream().flatMap(sender -> sender.taken().stream());
  }
}
