package id.antrean.bench.costs;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** How much of what is charged for. */
record Charges(Map<Charge, BigDecimal> amounts) {
  static final Charges NONE = new Charges(Map.of());

  static Charges of(Charge charge, BigDecimal amount) {
    return new Charges(Map.of(charge, amount));
  }

  BigDecimal amount(Charge charge) {
    return amounts.getOrDefault(charge, BigDecimal.ZERO);
  }

  Charges plus(Charge charge, BigDecimal amount) {
    return plus(of(charge, amount));
  }

  Charges plus(Charges others) {
    Map<Charge, BigDecimal> sum = new EnumMap<>(Charge.class);
    sum.putAll(amounts);
    others.amounts().forEach((charge, amount) -> sum.merge(charge, amount, BigDecimal::add));
    return new Charges(sum);
  }

  Charges times(BigDecimal factor) {
    Map<Charge, BigDecimal> product = new EnumMap<>(Charge.class);
    amounts.forEach((charge, amount) -> product.put(charge, amount.multiply(factor)));
    return new Charges(product);
  }

  BigDecimal usd(Prices prices) {
    return amounts.entrySet().stream()
        .map(entry -> prices.of(entry.getKey()).of(entry.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
