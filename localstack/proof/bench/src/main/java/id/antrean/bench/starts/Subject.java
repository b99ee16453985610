package id.antrean.bench.starts;

import id.antrean.stack.function.FunctionSpec;
import id.antrean.stack.function.Launch;

/**
 * A function in one of the ways in which it can be started.
 *
 * @param function its module, such as {@code booking}
 * @param way such as {@code native}
 * @param megabytes of its program, or of its package where it is classes
 */
record Subject(
    String function, String way, double megabytes, FunctionSpec spec, Launch.Command command) {

  @Override
  public String toString() {
    return function + ", " + way;
  }
}
