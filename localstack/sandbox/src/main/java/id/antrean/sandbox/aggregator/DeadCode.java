package id.antrean.sandbox.aggregator;

/** Somebody tries to pay a code that was cancelled or is over, which no aggregator lets them. */
public final class DeadCode extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeadCode(String reference) {
    super("The code " + reference + " cannot be paid any more.");
  }
}
