package id.antrean.stack.watch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** How the values of a period become one. */
enum Statistic {
  SUM,
  AVERAGE,
  MAXIMUM,
  MINIMUM,
  SAMPLE_COUNT,
  /** The value below which so many of a hundred are. */
  PERCENTILE;

  /**
   * A statistic by its name, with the percentage of a percentile.
   *
   * @param percent 0 of what is no percentile
   */
  record Of(Statistic statistic, double percent) {

    /** Empty where no value was measured: what is missing is not zero. */
    OptionalDouble apply(List<Double> values) {
      if (values.isEmpty()) {
        return OptionalDouble.empty();
      }
      DoubleStream all = values.stream().mapToDouble(Double::doubleValue);
      return switch (statistic) {
        case SUM -> OptionalDouble.of(all.sum());
        case AVERAGE -> all.average();
        case MAXIMUM -> all.max();
        case MINIMUM -> all.min();
        case SAMPLE_COUNT -> OptionalDouble.of(values.size());
        case PERCENTILE ->
            all.sorted()
                .skip(Math.max(0, (long) Math.ceil(values.size() * percent / 100) - 1))
                .findFirst();
      };
    }
  }

  /** By its name in a template; empty where it is none of these. */
  static Optional<Of> named(String name) {
    return switch (name) {
      case "Sum" -> Optional.of(new Of(SUM, 0));
      case "Average" -> Optional.of(new Of(AVERAGE, 0));
      case "Maximum" -> Optional.of(new Of(MAXIMUM, 0));
      case "Minimum" -> Optional.of(new Of(MINIMUM, 0));
      case "SampleCount" -> Optional.of(new Of(SAMPLE_COUNT, 0));
      default ->
          name.matches("p[0-9]{1,2}(\\.[0-9]+)?")
              ? Optional.of(new Of(PERCENTILE, Double.parseDouble(name.substring(1))))
              : Optional.empty();
    };
  }
}
