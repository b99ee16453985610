package id.antrean.stack.function;

import java.nio.charset.StandardCharsets;

/** How an invocation ended, as the Lambda service would tell its caller. */
public sealed interface Invocation {
  /** The function's answer, as it wrote it. */
  record Answered(String payload) implements Invocation {}

  /** The function failed, did not start, took too long or answered too much. */
  record Failed(String errorType, String message) implements Invocation {}

  /** As many events as it may take at once are under way. */
  record Throttled() implements Invocation {}

  /** Lambda's limit for what a function answers. */
  int LARGEST_ANSWER = 6 * 1024 * 1024;

  /** What a function wrote, if it is not too much. */
  static Invocation answered(byte[] payload) {
    return payload.length <= LARGEST_ANSWER
        ? new Answered(new String(payload, StandardCharsets.UTF_8))
        : new Failed(
            "Function.ResponseSizeTooLarge", "Response payload size exceeded maximum size");
  }

  /** It took longer than the template allows. */
  static Failed timedOut(FunctionSpec spec) {
    return new Failed(
        "Sandbox.Timedout",
        "Task timed out after %d seconds".formatted(spec.timeout().toSeconds()));
  }

  /** The stack ends while the function is at work. */
  static Failed stopped() {
    return new Failed("Sandbox.Stopped", "The stack is stopping");
  }
}
