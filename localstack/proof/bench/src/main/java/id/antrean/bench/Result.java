package id.antrean.bench;

import java.util.List;
import java.util.stream.Stream;

/** All that a bench measured. */
record Result(Plan plan, List<Part> parts, List<Chart> charts) {

  Stream<Figure> figures() {
    return parts.stream().flatMap(part -> part.figures().stream());
  }

  /** Without what is aimed at; what must never be so stays. */
  Result unjudged() {
    return new Result(plan, parts.stream().map(Part::unjudged).toList(), charts);
  }

  /** What must never be so. */
  List<Figure> broken() {
    return figures().filter(Figure::broken).toList();
  }
}
