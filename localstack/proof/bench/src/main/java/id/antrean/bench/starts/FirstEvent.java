package id.antrean.bench.starts;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a function is started with.
 *
 * @param event made anew for each start
 * @param status of its answer
 * @param undo an event after which the next start finds what this one found; nothing if none is
 *     needed
 */
record FirstEvent(Supplier<String> event, int status, Optional<Supplier<String>> undo) {

  /** One that leaves nothing behind that the next would meet. */
  static FirstEvent of(Supplier<String> event, int status) {
    return new FirstEvent(event, status, Optional.empty());
  }
}
