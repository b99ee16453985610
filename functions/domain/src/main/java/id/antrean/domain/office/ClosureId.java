package id.antrean.domain.office;

/** A closure of an office: opaque, and known to its own people alone. */
public record ClosureId(String value) {
  private static final int DAY = "2026-12-15-".length();

  /** What tells it from others that end on its day: alike for the same key, whatever the day. */
  public String withoutDay() {
    return value.length() > DAY ? value.substring(DAY) : value;
  }

  @Override
  public String toString() {
    return value;
  }
}
