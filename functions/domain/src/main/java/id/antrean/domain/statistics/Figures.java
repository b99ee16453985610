package id.antrean.domain.statistics;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often what happened.
 *
 * @param counts what is not among them did not happen
 */
public record Figures(Map<Figure, Long> counts) {
  public static final Figures NONE = new Figures(Map.of());

  public Figures {
    counts = Map.copyOf(counts);
  }

  /** Each of them once. */
  public static Figures once(Figure... figures) {
    Figures sum = NONE;
    for (Figure figure : figures) {
      sum = sum.plus(new Figures(Map.of(figure, 1L)));
    }
    return sum;
  }

  public long of(Figure figure) {
    return counts.getOrDefault(figure, 0L);
  }

  public Figures plus(Figures others) {
    Map<Figure, Long> sum = new EnumMap<>(Figure.class);
    sum.putAll(counts);
    others.counts.forEach((figure, count) -> sum.merge(figure, count, Long::sum));
    return new Figures(sum);
  }
}
