package id.antrean.stack.function;

/** A function did not start. The message has the cause and the function's last log lines. */
public final class FunctionStartException extends RuntimeException {
  FunctionStartException(String function, Throwable cause, FunctionLog log) {
    super(describe(function, cause, log), cause);
  }

  private static String describe(String function, Throwable cause, FunctionLog log) {
    Throwable root = cause;
    for (Throwable next = root.getCause(); next != null; next = root.getCause()) {
      root = next;
    }
    StringBuilder text = new StringBuilder();
    text.append(function).append(" did not start: ").append(root);
    log.lastLines().forEach(line -> text.append("\n  ").append(line));
    return text.append("\n  (all of it in ").append(log.file()).append(')').toString();
  }
}
