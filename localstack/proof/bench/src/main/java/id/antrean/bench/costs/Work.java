package id.antrean.bench.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a step asks of AWS once.
 *
 * @param by the function that does it, by its name in the template; or what else does
 */
record Work(String step, String by, Unit unit, BigDecimal amount) {

  static Work of(String step, String by, Unit unit, double amount) {
    BigDecimal exact = BigDecimal.valueOf(amount).setScale(3, RoundingMode.HALF_UP);
    return new Work(step, by, unit, new BigDecimal(exact.stripTrailingZeros().toPlainString()));
  }
}
