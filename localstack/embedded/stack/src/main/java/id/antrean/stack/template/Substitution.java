package id.antrean.stack.template;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of Fn::Sub: {@code ${Name}} and {@code ${Resource.Attribute}}; {@code ${!x}} stays. */
final class Substitution {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private Substitution() {}

  static String apply(String text, UnaryOperator<String> value) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(2);
              String replacement =
                  match.group(1).isEmpty() ? value.apply(name.trim()) : "${" + name + "}";
              return Matcher.quoteReplacement(replacement);
            });
  }
}
