package id.antrean.stack.function;

/** How a function's code is run. */
public enum Hosting {
  /**
   * In the stack's own process, in a class loader of its own: quick to start, but neither its
   * memory nor a thread that never ends can be taken from it.
   */
  IN_PROCESS,

  /** As Lambda does: processes that poll the Runtime API, one event at a time each. */
  PROCESSES
}
