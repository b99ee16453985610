package id.antrean.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param key its name in the baseline
 * @param what it is, for people
 */
record Figure(String key, String what, double value, String unit, @Nullable Aim aim) {

  /**
   * What it should be.
   *
   * @param must whether the bench fails otherwise
   */
  record Aim(Sign sign, double bound, boolean must) {

    boolean metBy(double value) {
      return switch (sign) {
        case AT_LEAST -> value >= bound;
        case AT_MOST -> value <= bound;
        case EXACTLY -> value == bound;
      };
    }
  }

  /** How a value is compared with what it should be. */
  enum Sign {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    EXACTLY("=");

    final String text;

    Sign(String text) {
      this.text = text;
    }
  }

  static Figure of(String key, String what, double value, String unit) {
    return new Figure(key, what, value, unit, null);
  }

  Figure aiming(Sign sign, double bound) {
    return new Figure(key, what, value, unit, new Aim(sign, bound, false));
  }

  Figure must(Sign sign, double bound) {
    return new Figure(key, what, value, unit, new Aim(sign, bound, true));
  }

  /** Without what it should be, unless it must. */
  Figure unjudged() {
    return aim == null || aim.must() ? this : of(key, what, value, unit);
  }

  boolean broken() {
    return aim != null && aim.must() && !aim.metBy(value);
  }

  String valueText() {
    return (number(value) + " " + unit).strip();
  }

  String aimText() {
    return aim == null
        ? ""
        : aim.sign().text + " " + number(aim.bound()) + (aim.metBy(value) ? "  met" : "  MISSED");
  }

  /** How it stands to what was kept, in per cent more or less. */
  Optional<String> against(Optional<Double> baseline) {
    return baseline
        .filter(kept -> kept != 0)
        .map(kept -> "%+.0f %%".formatted(100 * (value - kept) / kept))
        .or(() -> baseline.map(kept -> value == 0 ? "same" : "was 0"));
  }

  static String number(double value) {
    if (value == Math.rint(value)) {
      return "%,.0f".formatted(value);
    }
    return (Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 1 ? "%.1f" : "%.3f")
        .formatted(value);
  }
}
