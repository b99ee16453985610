package id.antrean.bench;

import java.util.List;

/** Curves over time, in seconds. */
record Chart(String title, String unit, List<Double> seconds, List<Curve> curves) {

  /** One line of it; as many values as there are moments. */
  record Curve(String name, List<Double> values) {}
}
