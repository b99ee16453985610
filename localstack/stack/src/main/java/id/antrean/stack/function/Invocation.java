package id.antrean.stack.function;

/** How an invocation ended, as the Lambda service would tell its caller. */
public sealed interface Invocation {
  /** The function's answer, as it wrote it. */
  record Answered(String payload) implements Invocation {}

  /** The function failed, did not start, took too long or answered too much. */
  record Failed(String errorType, String message) implements Invocation {}

  /** As many events as it may take at once are under way. */
  record Throttled() implements Invocation {}
}
