package id.antrean.stack.watch;

import id.antrean.stack.watch.Alarm.Computed;
import id.antrean.stack.watch.Alarm.Measured;
import id.antrean.stack.watch.Alarm.Standing;
import id.antrean.stack.watch.Alarm.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The template's alarms. How one stands follows from what was measured until now and from nothing
 * else: the same look twice says the same.
 */
public final class Alarms {
  private final List<Alarm> alarms;
  private final Metrics metrics;

  public Alarms(List<Alarm> alarms, Metrics metrics) {
    this.alarms = List.copyOf(alarms);
    this.metrics = metrics;
  }

  /** All of them, in the template's order. */
  public List<Standing> at(Instant now) {
    return alarms.stream().map(alarm -> standing(alarm, now)).toList();
  }

  private Standing standing(Alarm alarm, Instant now) {
    List<Double> values = new ArrayList<>();
    int passed = 0;
    int measured = 0;
    for (int back = 0; back < alarm.periods(); back++) {
      Instant until = now.minus(alarm.period().multipliedBy(back));
      OptionalDouble value = value(alarm, until.minus(alarm.period()), until);
      values.add(value.orElse(Double.NaN));
      measured += value.isPresent() ? 1 : 0;
      passed += isPassed(alarm, value) ? 1 : 0;
    }
    return new Standing(alarm, state(alarm, passed, measured), values);
  }

  private static boolean isPassed(Alarm alarm, OptionalDouble value) {
    return value.isPresent()
        ? alarm.comparison().isPassed(value.getAsDouble(), alarm.threshold())
        : alarm.missing() == Alarm.Missing.BREACHING;
  }

  private static State state(Alarm alarm, int passed, int measured) {
    if (passed >= alarm.toAlarm()) {
      return State.ALARM;
    }
    boolean unknown = measured == 0 && alarm.missing() == Alarm.Missing.MISSING;
    return unknown ? State.INSUFFICIENT_DATA : State.OK;
  }

  private OptionalDouble value(Alarm alarm, Instant after, Instant until) {
    return switch (alarm.source()) {
      case Measured one -> value(one, after, until);
      case Computed(Formula formula, Map<String, Measured> named) -> {
        Map<String, OptionalDouble> values = new HashMap<>();
        named.forEach((name, one) -> values.put(name, value(one, after, until)));
        yield formula.apply(values);
      }
    };
  }

  private OptionalDouble value(Measured one, Instant after, Instant until) {
    return one.statistic().apply(metrics.within(one.metric(), after, until));
  }
}
