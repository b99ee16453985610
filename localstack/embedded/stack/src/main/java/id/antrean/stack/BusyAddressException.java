package id.antrean.stack;

/** Somebody else listens where the stack shall. */
public final class BusyAddressException extends StackException {
  private static final long serialVersionUID = 1L;

  BusyAddressException(String message, Throwable cause) {
    super(message, cause);
  }
}
