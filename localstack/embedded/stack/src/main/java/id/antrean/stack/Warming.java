package id.antrean.stack;

import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.function.FunctionStartException;
import id.antrean.stack.function.HostedFunction;
import java.util.Set;
import java.util.function.Consumer;

/** Starts, one after another in the background, the functions that nobody waits for yet. */
final class Warming implements AutoCloseable {
  private final Thread thread;

  Warming(FunctionHost functions, Set<String> started, Consumer<String> console) {
    this.thread =
        Thread.ofVirtual()
            .name("warming")
            .start(
                () -> {
                  for (HostedFunction function : functions.all()) {
                    if (!started.contains(function.spec().logicalId()) && !isStopping()) {
                      warm(function, console);
                    }
                  }
                });
  }

  private static boolean isStopping() {
    return Thread.currentThread().isInterrupted();
  }

  private static void warm(HostedFunction function, Consumer<String> console) {
    try {
      function.start();
    } catch (FunctionStartException e) {
      if (!isStopping()) {
        console.accept(e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
