package id.antrean.gateway;

import id.antrean.domain.document.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences for people: {@code messages_id.properties} and {@code messages_en.properties} beside
 * this class.
 */
public final class Messages {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      TEXTS.put(language, load("messages_" + language.tag() + ".properties"));
    }
  }

  private Messages() {}

  /**
   * The sentence of that key, with {0}, {1}… replaced: moments, days and papers as people call
   * them, lists one after the other. A missing key is a fault of ours.
   */
  public static String text(Language language, String key, Object... arguments) {
    String text = Objects.requireNonNull(TEXTS.get(language)).getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no sentence for " + key);
    }
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    said(language, arguments[Integer.parseInt(place.group(1))])));
  }

  private static String said(Language language, Object argument) {
    return switch (argument) {
      case ZonedDateTime moment -> Times.said(moment, language);
      case LocalDate day -> Times.weekday(day, language) + ", " + Times.day(day, language);
      case DocumentKind kind -> text(language, "paper." + kind.name());
      case List<?> several ->
          several.stream().map(one -> said(language, one)).collect(Collectors.joining(", "));
      default -> String.valueOf(argument);
    };
  }

  private static Properties load(String file) {
    try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(file), file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
