package id.antrean.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Sentences for people: {@code messages_id.properties} and {@code messages_en.properties} beside
 * this class.
 */
public final class Messages {
  private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      TEXTS.put(language, load("messages_" + language.tag() + ".properties"));
    }
  }

  private Messages() {}

  /** The sentence of that key, with {0}, {1}… replaced. A missing key is a fault of ours. */
  public static String text(Language language, String key, Object... arguments) {
    String text = Objects.requireNonNull(TEXTS.get(language)).getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no sentence for " + key);
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
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
