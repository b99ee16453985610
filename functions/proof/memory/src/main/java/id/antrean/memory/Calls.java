package id.antrean.memory;

import java.util.function.Supplier;

/**
 * How a call of a port goes: as it should, or as calls over a network do. Every port in memory
 * makes its calls through one of these, so that a test or the simulation can stand in between.
 */
public interface Calls {

  /**
   * Makes the call and answers as it does, or throws what a caller of a real store would meet.
   *
   * @param port the call's name, for stories and for injected faults
   * @param work the call itself; nothing else happens while it runs
   */
  <T> T make(String port, Supplier<T> work);

  /** The same for a call that answers nothing. */
  default void make(String port, Runnable work) {
    make(
        port,
        () -> {
          work.run();
          return port;
        });
  }
}
