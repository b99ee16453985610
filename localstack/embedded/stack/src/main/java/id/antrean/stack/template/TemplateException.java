package id.antrean.stack.template;

/**
 * The template cannot be run as it is written. The message names the place and the reason, and the
 * line where that is known.
 */
public final class TemplateException extends RuntimeException {
  private final String place;

  public TemplateException(String place, String reason) {
    super(place + ": " + reason);
    this.place = place;
  }

  private TemplateException(String line, TemplateException cause) {
    super(line + ": " + cause.getMessage(), cause.getCause());
    this.place = line;
    setStackTrace(cause.getStackTrace());
  }

  String place() {
    return place;
  }

  TemplateException at(String line) {
    return new TemplateException(line, this);
  }
}
