package id.antrean.stack.template;

/** The template cannot be run as it is written. The message names the place and the reason. */
public final class TemplateException extends RuntimeException {
  public TemplateException(String place, String reason) {
    super(place + ": " + reason);
  }
}
