package id.antrean.emulators.faults;

import id.antrean.emulators.calls.AwsCall;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The faults in force, oldest first; each call meets at most one. Safe for use by several threads.
 */
public final class Faults {

  private final Set<Armed> armed = new LinkedHashSet<>();

  /** Puts a fault in force. */
  public synchronized void inject(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Takes every fault away. */
  public synchronized void clear() {
    armed.clear();
  }

  /** What this call meets; counts it against skips and times. */
  public synchronized Optional<FaultKind> meet(AwsCall call) {
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      Armed next = each.next();
      if (next.fault.matches(call) && ++next.seen > next.fault.skip()) {
        int hits = next.seen - next.fault.skip();
        if (next.fault.times().isPresent() && hits >= next.fault.times().getAsInt()) {
          each.remove();
        }
        return Optional.of(next.fault.kind());
      }
    }
    return Optional.empty();
  }

  /** Compared by identity: the same fault injected twice hits twice as often. */
  private static final class Armed {
    private final Fault fault;
    private int seen;

    private Armed(Fault fault) {
      this.fault = fault;
    }
  }
}
