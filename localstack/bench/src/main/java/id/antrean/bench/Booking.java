package id.antrean.bench;

import id.antrean.aws.payments.RandomBillingCodes;
import id.antrean.domain.Recency;
import id.antrean.domain.booking.Doorkeeper;
import id.antrean.domain.booking.HoldSeat;
import id.antrean.domain.booking.HoldTerms;
import id.antrean.domain.office.FindOffice;
import id.antrean.memory.Samples;
import id.antrean.payments.ReceivePayment;
import java.time.Clock;
import java.time.Duration;

/**
 * The functions' use cases, made as their own wiring makes them. Each has a doorkeeper of its own,
 * as each process has that serves requests.
 */
record Booking(Store store, FindOffice offices, Clock clock) {
  private static final HoldTerms TERMS =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 3, 3);

  /** Business time runs on from the samples' moment, whenever the bench is run. */
  static Booking on(Store store, FindOffice offices) {
    Clock system = Clock.systemUTC();
    return new Booking(
        store, offices, Clock.offset(system, Duration.between(system.instant(), Samples.NOW)));
  }

  HoldSeat holdSeat() {
    Doorkeeper door =
        new Doorkeeper(store.seats(), TERMS, new Recency(System::nanoTime, clock), clock);
    return new HoldSeat(
        store.applications(),
        offices,
        store.arm(),
        store.seats(),
        door.watching(store.seats()),
        door,
        store.saves(),
        new RandomBillingCodes(),
        TERMS,
        clock);
  }

  ReceivePayment receivePayment() {
    return new ReceivePayment(
        store.applications(),
        store.payments(),
        store.payments(),
        store.saves(),
        store.arm(),
        store.seats(),
        holdSeat(),
        clock);
  }
}
