package id.antrean.gateway;

/**
 * A request that cannot be read or has faults: thrown while reading it, answered as its problem.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Rejection rejection;

  /** Makes the problem in the reader's language. */
  interface Rejection {
    Problem problem(Language language);
  }

  InvalidRequest(Rejection rejection) {
    super("invalid request", null, false, false);
    this.rejection = rejection;
  }

  /** A fault that has nothing to do with the language. */
  public static InvalidRequest because(Problem problem) {
    return new InvalidRequest(language -> problem);
  }

  Problem problem(Language language) {
    return rejection.problem(language);
  }
}
