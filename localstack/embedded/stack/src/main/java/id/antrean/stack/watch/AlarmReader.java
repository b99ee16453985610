package id.antrean.stack.watch;

import id.antrean.stack.template.Section;
import id.antrean.stack.watch.Alarm.Comparison;
import id.antrean.stack.watch.Alarm.Computed;
import id.antrean.stack.watch.Alarm.Measured;
import id.antrean.stack.watch.Alarm.Missing;
import id.antrean.stack.watch.Alarm.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads AWS::CloudWatch::Alarm. What it says that is not known here is refused. */
public final class AlarmReader {

  private AlarmReader() {}

  /**
   * The alarm of that logical id.
   *
   * @throws IllegalArgumentException where it says what is not known here
   */
  public static Alarm read(String logicalId, Section written) {
    int periods = Math.toIntExact(number(written, "EvaluationPeriods"));
    List<Section> metrics = written.sections("Metrics");
    Set<Long> lengths = new TreeSet<>();
    Source source = metrics.isEmpty() ? measured(written, lengths) : computed(metrics, lengths);
    if (lengths.size() != 1) {
      throw new IllegalArgumentException("looks at metrics over different periods");
    }
    return new Alarm(
        logicalId,
        written.required("AlarmDescription"),
        source,
        Duration.ofSeconds(lengths.iterator().next()),
        periods,
        written.whole("DatapointsToAlarm").orElse(periods),
        oneOf(Comparison.values(), written.required("ComparisonOperator")),
        Double.parseDouble(written.required("Threshold")),
        oneOf(Missing.values(), written.text("TreatMissingData").orElse("missing")));
  }

  private static Measured measured(Section written, Set<Long> lengths) {
    lengths.add(number(written, "Period"));
    return measured(
        written,
        written
            .text("ExtendedStatistic")
            .or(() -> written.text("Statistic"))
            .orElseThrow(() -> new IllegalArgumentException("has no statistic")));
  }

  private static Measured measured(Section metric, String statistic) {
    Map<String, String> dimensions =
        metric.sections("Dimensions").stream()
            .collect(Collectors.toMap(it -> it.required("Name"), it -> it.required("Value")));
    return new Measured(
        new MetricName(metric.required("Namespace"), metric.required("MetricName"), dimensions),
        Statistic.named(statistic)
            .orElseThrow(() -> new IllegalArgumentException("knows no statistic " + statistic)));
  }

  /** The one that is returned is the expression; whether it is understood is tried at once. */
  private static Source computed(List<Section> metrics, Set<Long> lengths) {
    Map<String, Measured> named = new HashMap<>();
    Formula formula = null;
    for (Section metric : metrics) {
      boolean returned = metric.flag("ReturnData", true);
      metric.ignoring("Label");
      if (metric.text("Expression").isPresent()) {
        if (!returned || formula != null) {
          throw new IllegalArgumentException("has an expression beside the one that it returns");
        }
        formula = new Formula(metric.required("Expression"));
        metric.ignoring("Id");
      } else {
        Section stat =
            metric
                .section("MetricStat")
                .orElseThrow(() -> new IllegalArgumentException("has a metric without statistic"));
        Section measured =
            stat.section("Metric")
                .orElseThrow(() -> new IllegalArgumentException("has a statistic of no metric"));
        named.put(metric.required("Id"), measured(measured, stat.required("Stat")));
        lengths.add(number(stat, "Period"));
      }
    }
    if (formula == null) {
      throw new IllegalArgumentException("has several metrics and no expression");
    }
    var _ =
        formula.apply(
            named.keySet().stream()
                .collect(Collectors.toMap(name -> name, any -> OptionalDouble.of(1))));
    return new Computed(formula, named);
  }

  private static long number(Section section, String name) {
    return Long.parseLong(section.required(name));
  }

  /** Names as CloudWatch writes them, without their capitals. */
  private static <E extends Enum<E>> E oneOf(E[] all, String written) {
    return Arrays.stream(all)
        .filter(it -> it.name().replace("_", "").equals(written.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("does not know " + written));
  }
}
