package id.antrean.domain.office;

import java.util.regex.Pattern;

/** A closure of an office: opaque, and known to its own people alone. */
public record ClosureId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{12,64}");
  private static final int DAY = "2026-12-15-".length();

  /** Whether it can be the id of any. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** What tells it from others that end on its day: alike for the same key, whatever the day. */
  public String withoutDay() {
    return value.length() > DAY ? value.substring(DAY) : value;
  }

  @Override
  public String toString() {
    return value;
  }
}
