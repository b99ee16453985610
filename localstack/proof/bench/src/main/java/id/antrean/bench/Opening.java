package id.antrean.bench;

import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldSeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The morning on which the sessions of all offices open at one second: a few come early, most at
 * once, ever fewer after. Everybody comes once.
 */
record Opening(Store store, Booking booking, Sessions sessions, Contest contest, Plan plan) {
  /** To get ready in, before the first comes. */
  private static final Duration LEAD = Duration.ofSeconds(2);

  /** One in twenty comes within the second before. */
  private static final double EARLY = 0.05;

  /** How long after the opening an arrival comes on average, in seconds. */
  private static final double MEAN = 2.5;

  /** The same arrivals in every run. */
  private static final long SEED = 20_261_123;

  /**
   * An opening that is over.
   *
   * @param openedAt by {@link System#nanoTime}
   */
  record Opened(Rush rush, long openedAt) {}

  Opened run(Crowd crowd) {
    List<Office> offices = booking.offices().all();
    Instant opensAt = booking.clock().instant().plus(LEAD);
    List<SessionId> opening =
        offices.stream()
            .map(office -> sessions.opens(office, plan.seatsPerOffice(), opensAt))
            .toList();
    long openedAt =
        System.nanoTime() + Duration.between(booking.clock().instant(), opensAt).toNanos();
    long[] arrivals = arrivals();
    int[] wanted = new Random(SEED).ints(arrivals.length, 0, opening.size()).toArray();
    List<HoldSeat> processes = Stream.generate(booking::holdSeat).limit(plan.processes()).toList();
    List<Answer> answers =
        contest.onTime(
            arrivals.length,
            number -> openedAt + arrivals[number],
            number ->
                crowd.asks(
                    number, processes.get(number % processes.size()), opening.get(wanted[number])));
    int[] taken = opening.stream().mapToInt(store::taken).toArray();
    int oversold =
        Arrays.stream(taken).map(count -> Math.max(0, count - plan.seatsPerOffice())).sum();
    int seats = plan.seatsPerOffice() * opening.size();
    Rush rush = new Rush(answers, seats, IntStream.of(taken).sum(), oversold, plan.processes());
    return new Opened(rush, openedAt);
  }

  /** Nanoseconds from the opening, rising. */
  private long[] arrivals() {
    Random random = new Random(SEED);
    return IntStream.range(0, plan.arrivals())
        .mapToDouble(
            each ->
                random.nextDouble() < EARLY
                    ? -random.nextDouble()
                    : -MEAN * Math.log(1 - random.nextDouble()))
        .mapToLong(seconds -> (long) (seconds * 1e9))
        .sorted()
        .toArray();
  }
}
