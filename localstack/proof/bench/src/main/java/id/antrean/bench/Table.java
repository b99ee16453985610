package id.antrean.bench;

import java.io.PrintWriter;
import java.util.Optional;

/** The figures on a terminal. */
record Table(PrintWriter out) {
  private static final String ROW = "  %-44s %14s   %-16s %s%n";

  void print(Result result, Optional<Baseline> baseline) {
    for (Part part : result.parts()) {
      out.println();
      out.printf(ROW, part.title(), "", "aim", baseline.isPresent() ? "baseline" : "");
      for (Figure figure : part.figures()) {
        out.printf(
            ROW,
            "  " + figure.what(),
            figure.valueText(),
            figure.aimText(),
            against(figure, baseline));
      }
    }
    out.println();
    baseline.ifPresent(kept -> out.println("  Beside it: the " + kept.title()));
    baseline
        .filter(kept -> !kept.plan().equals(result.plan()))
        .ifPresent(kept -> out.println("  That was another size of bench, so compare with care."));
    out.flush();
  }

  private static String against(Figure figure, Optional<Baseline> baseline) {
    Optional<Double> kept = baseline.flatMap(it -> it.figure(figure.key()));
    return kept.map(Figure::number).orElse("")
        + figure.against(kept).map(change -> "  " + change).orElse("");
  }
}
