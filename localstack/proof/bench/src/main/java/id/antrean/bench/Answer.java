package id.antrean.bench;

import java.util.List;

/**
 * What became of one contender. Moments are of {@link System#nanoTime}.
 *
 * @param number which contender
 * @param due when it wanted to be answered: latency counts from here
 * @param began when somebody had time for it
 * @param calls what its answer cost
 */
record Answer(int number, long due, long began, long at, Fate fate, List<StoreCall> calls) {

  /** How it ended. */
  enum Fate {
    WON,
    REFUSED,
    /** The store did not take part; the contender is told to come again. */
    UNAVAILABLE
  }

  boolean won() {
    return fate == Fate.WON;
  }

  boolean refused() {
    return fate == Fate.REFUSED;
  }

  long nanos() {
    return at - due;
  }

  int writes() {
    return (int) calls.stream().filter(StoreCall::writes).count();
  }
}
