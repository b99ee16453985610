package id.antrean.emulators.faults;

import id.antrean.emulators.calls.AwsCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults in force, oldest first; each call meets at most one. Safe for use by several threads.
 */
public final class Faults {

  private final List<Armed> armed = new ArrayList<>();

  /**
   * A fault and what came of it.
   *
   * @param hits how many calls it has hit
   */
  public record Injected(Fault fault, int hits) {}

  /** Puts a fault in force; the same fault injected twice hits twice as often. */
  public synchronized void inject(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Takes every fault away. */
  public synchronized void clear() {
    armed.clear();
  }

  /** Every fault since the last {@link #clear}, also those that have hit as often as they may. */
  public synchronized List<Injected> injected() {
    return armed.stream().map(each -> new Injected(each.fault, each.hits)).toList();
  }

  /** What this call meets; counts it against skips and times. */
  public synchronized Optional<FaultKind> meet(AwsCall call) {
    for (Armed each : armed) {
      if (each.hits(call)) {
        return Optional.of(each.fault.kind());
      }
    }
    return Optional.empty();
  }

  private static final class Armed {
    private final Fault fault;
    private int skipped;
    private int hits;

    private Armed(Fault fault) {
      this.fault = fault;
    }

    private boolean hits(AwsCall call) {
      if (isSpent() || !fault.matches(call)) {
        return false;
      }
      if (skipped < fault.skip()) {
        skipped++;
        return false;
      }
      hits++;
      return true;
    }

    private boolean isSpent() {
      return fault.times().isPresent() && hits >= fault.times().getAsInt();
    }
  }
}
