package id.antrean.domain;

/**
 * A thing that a function was told of is not there, and whoever asks again hears the same until
 * somebody has put it back. As with a store that does not take part, nothing is known to have
 * changed.
 */
public final class Missing extends Unavailable {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String variable;

  /**
   * @param kind in a word, such as a table
   * @param variable by which the function was told of it
   */
  public Missing(String kind, String variable) {
    super("the %s that %s names is not there".formatted(kind, variable));
    this.kind = kind;
    this.variable = variable;
  }

  public String kind() {
    return kind;
  }

  public String variable() {
    return variable;
  }
}
