package id.antrean.stack;

/** The stack cannot start. The message is a sentence for the person who started it. */
public sealed class StackException extends RuntimeException permits BusyAddressException {
  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
