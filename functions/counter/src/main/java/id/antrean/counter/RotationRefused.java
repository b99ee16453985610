package id.antrean.counter;

/**
 * By which Secrets Manager hears that a step is not taken: it knows no answer but a failed call.
 */
final class RotationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RotationRefused(String why) {
    super(why);
  }
}
