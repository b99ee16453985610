package id.antrean.bench;

import id.antrean.aws.payments.RandomBillingCodes;
import id.antrean.domain.Recency;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.memory.Samples;
import id.antrean.payments.ReceivePayment;
import java.time.Clock;
import java.time.Duration;

/**
 * The functions' use cases, put together as for the functions. Each has a losers of its own, as
 * each process has that serves requests.
 */
record Booking(Store store, FindOffice offices, Clock clock) {
  private static final HoldTerms TERMS =
      new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 3, 3, 20, 30);

  /** Business time runs on from the samples' moment, whenever the bench is run. */
  static Booking on(Store store, FindOffice offices) {
    Clock system = Clock.systemUTC();
    return new Booking(
        store, offices, Clock.offset(system, Duration.between(system.instant(), Samples.NOW)));
  }

  HoldSeat holdSeat() {
    return holdSeat(door());
  }

  ReceivePayment receivePayment() {
    SoldOutFromMemory door = door();
    return new ReceivePayment(
        store.applications(),
        store.payments(),
        store.payments(),
        store.saves(),
        store.arm(),
        door.watching(store.seats()),
        holdSeat(door),
        clock);
  }

  private HoldSeat holdSeat(SoldOutFromMemory door) {
    return new HoldSeat(
        store.applications(),
        offices,
        store.guards(),
        store.arm(),
        store.seats(),
        door.watching(store.seats()),
        door,
        store.saves(),
        new RandomBillingCodes(),
        TERMS,
        clock);
  }

  private SoldOutFromMemory door() {
    return new SoldOutFromMemory(
        store.seats(), TERMS, seen -> {}, new Recency(System::nanoTime, clock), clock);
  }
}
