package id.antrean.cli.console;

/** The command cannot go on. The message is the one sentence that the developer reads. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFailure(String sentence) {
    super(sentence);
  }
}
