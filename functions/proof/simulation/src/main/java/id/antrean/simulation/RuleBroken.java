package id.antrean.simulation;

/** A rule that never breaks is broken. */
final class RuleBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String rule;

  RuleBroken(String rule, String how) {
    super(rule + ": " + how);
    this.rule = rule;
  }

  String rule() {
    return rule;
  }
}
