package id.antrean.domain;

/** An office's public code, two to eight capital letters or digits, for example {@code CLG}. */
public record OfficeId(String value) {

  public OfficeId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an office id");
    }
  }

  public static boolean isValid(String text) {
    return text.length() >= 2
        && text.length() <= 8
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  @Override
  public String toString() {
    return value;
  }
}
