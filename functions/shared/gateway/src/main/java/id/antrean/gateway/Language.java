package id.antrean.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages in which people are answered. */
public enum Language {
  INDONESIAN("id"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As HTML and PDF call it. */
  public String tag() {
    return tag;
  }

  /**
   * By the Accept-Language header (RFC 9110, 12.5.4); Indonesian where it is missing, malformed or
   * asks for others only.
   */
  static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return INDONESIAN;
    }
    try {
      List<LanguageRange> wanted = LanguageRange.parse(acceptLanguage);
      Locale best =
          Locale.lookup(wanted, List.of(Locale.forLanguageTag("id"), Locale.forLanguageTag("en")));
      return best != null && best.getLanguage().equals("en") ? ENGLISH : INDONESIAN;
    } catch (IllegalArgumentException malformed) {
      return INDONESIAN;
    }
  }
}
