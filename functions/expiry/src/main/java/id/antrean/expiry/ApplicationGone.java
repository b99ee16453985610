package id.antrean.expiry;

/**
 * A hold's application is not there, though it was when the hold was made and nothing deletes one
 * that can still be used: something was lost. Whoever brings it back finds its seat.
 */
final class ApplicationGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApplicationGone() {
    super("the application of a hold is not there");
  }
}
