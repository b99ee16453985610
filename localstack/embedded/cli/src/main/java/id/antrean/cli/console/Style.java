package id.antrean.cli.console;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Colours, where standard output is a terminal that wants them (see no-color.org). */
public enum Style {
  BOLD("1"),
  DIM("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  BLUE("34");

  private static final boolean ON = wanted(System.getenv());

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style, or as it is where colours are not wanted. */
  public String of(String text) {
    return ON ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private static boolean wanted(Map<String, String> environment) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return !refused && isTerminal(System.console());
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }
}
