package id.antrean.bench;

import java.util.List;

/** One part of the bench, with what was measured in it. */
record Part(String title, List<Figure> figures) {
  Part unjudged() {
    return new Part(title, figures.stream().map(Figure::unjudged).toList());
  }
}
