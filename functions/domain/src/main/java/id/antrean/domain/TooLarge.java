package id.antrean.domain;

/**
 * A fault of our own: what was to be stored is larger than the store takes. Trying again does not
 * help, and nothing was changed. Whoever asked is told the same as of every other fault.
 */
public final class TooLarge extends Unavailable {
  private static final long serialVersionUID = 1L;

  public TooLarge(String what) {
    super(what);
  }

  public TooLarge(String what, Throwable cause) {
    super(what, cause);
  }
}
