package id.antrean.stack.function;

/** Where a function's code runs. */
sealed interface Home extends AutoCloseable permits InProcess, Processes {
  /**
   * Starts it if it is not started.
   *
   * @throws FunctionStartException with its last log lines if it cannot start
   */
  void start();

  /**
   * Hands it one event and waits for the answer. Starting does not count against its time limit.
   *
   * @throws FunctionStartException if it has to be started and cannot
   */
  Invocation invoke(String event);

  /** Takes no more events. */
  @Override
  void close();
}
