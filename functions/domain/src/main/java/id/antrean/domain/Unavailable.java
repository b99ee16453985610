package id.antrean.domain;

/**
 * A fault, not an answer: a store or a service that we depend on did not take part. Nothing is
 * known to have changed; whoever asked may ask again. The message never carries personal data.
 */
public sealed class Unavailable extends RuntimeException permits TooLarge, Missing {
  private static final long serialVersionUID = 1L;

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }

  public Unavailable(String what) {
    super(what);
  }
}
