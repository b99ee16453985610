package id.antrean.counter.ticket;

import id.antrean.counter.ticket.TicketSheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ticket tells, in two columns: what a thing is called, and the thing. */
final class RowTable {
  private static final double LABEL_SHARE = 0.28;
  private static final double COLUMN_GAP_POINTS = 10;
  private static final double RULE_POINTS = 0.6;

  /** How small labels are beside their values. */
  private static final double LABEL_SIZE = 0.9;

  /** What rows may have without taking lines from the lists below them, from the best on. */
  private static final List<Density> PLEASANT =
      List.of(new Density(11.5, 16), new Density(11, 12), new Density(11, 8), new Density(10, 7));

  /** What they have where that does not do, down to the least that can be read on paper. */
  private static final List<Density> NARROW =
      List.of(
          new Density(10, 7),
          new Density(9, 5),
          new Density(8, 4),
          new Density(7, 3.5),
          new Density(6.5, 3));

  private final List<Line> lines;
  private final Density density;
  private final double width;

  private RowTable(List<Line> lines, Density density, double width) {
    this.lines = lines;
    this.density = density;
    this.width = width;
  }

  private record Density(double sizePoints, double gapPoints) {}

  /** A row as it is set. */
  private record Line(Wrapped label, Wrapped value) {
    int count() {
      return Math.max(1, Math.max(label.count(), value.count()));
    }

    double height(int most) {
      return value.font().height(Math.min(count(), most));
    }

    Line cutTo(int most) {
      return new Line(label.cutTo(most), value.cutTo(most));
    }

    Line leftOut() {
      return new Line(
          new Wrapped(List.of(), label.font(), label.width()).goingOn(),
          new Wrapped(List.of(), value.font(), value.width()));
    }

    /** Labels are smaller than values, and stand on the same lines. */
    void draw(PdfPage page, double left, double right, double top) {
      double baseline = top + value.font().capital();
      double leading = value.font().leading();
      label.draw(page, Ink.GREY, left, baseline, leading);
      value.draw(page, Ink.BLACK, right - value.width(), baseline, leading);
    }
  }

  /**
   * The rows as large as there is room for them. If even the smallest letters need more, the
   * longest values are cut, all to the same number of lines. Only rows that are too many for one
   * line each lose their last ones, to a row that is nothing but an ellipsis.
   *
   * @param besideAll the room if nothing else on the page is shortened
   * @param room all that there is
   */
  static RowTable of(List<Row> rows, double width, double besideAll, double room) {
    return fitting(rows, width, PLEASANT, besideAll)
        .or(() -> fitting(rows, width, NARROW, room))
        .orElseGet(() -> of(rows, width, NARROW.getLast()).cutTo(room));
  }

  private static Optional<RowTable> fitting(
      List<Row> rows, double width, List<Density> densities, double room) {
    return densities.stream()
        .map(density -> of(rows, width, density))
        .filter(table -> table.height() <= room)
        .findFirst();
  }

  private static RowTable of(List<Row> rows, double width, Density density) {
    Font labels = new Font(Typeface.REGULAR, density.sizePoints() * LABEL_SIZE);
    Font values = new Font(Typeface.REGULAR, density.sizePoints());
    double labelWidth = width * LABEL_SHARE;
    double valueWidth = width - labelWidth - COLUMN_GAP_POINTS;
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(
          new Line(
              Wrapped.of(row.label(), labels, labelWidth),
              Wrapped.of(row.value(), values, valueWidth)));
    }
    return new RowTable(lines, density, width);
  }

  double height() {
    return height(Integer.MAX_VALUE);
  }

  void draw(PdfPage page, double left, double top) {
    double y = top;
    for (Line line : lines) {
      if (y > top) {
        page.fill(Ink.PALE, left, y - (density.gapPoints() + RULE_POINTS) / 2, width, RULE_POINTS);
      }
      line.draw(page, left, left + width, y);
      y += line.height(Integer.MAX_VALUE) + density.gapPoints();
    }
  }

  /** How high it is with no row of more lines than that. */
  private double height(int most) {
    double gaps = density.gapPoints() * Math.max(0, lines.size() - 1);
    return gaps + lines.stream().mapToDouble(line -> line.height(most)).sum();
  }

  private RowTable cutTo(double room) {
    int most = lines.stream().mapToInt(Line::count).max().orElse(1);
    while (most > 1 && height(most) > room) {
      most--;
    }
    List<Line> cut = new ArrayList<>();
    for (Line line : lines) {
      cut.add(line.cutTo(most));
    }
    double pitch = cut.getFirst().height(1) + density.gapPoints();
    int fitting = (int) ((room + density.gapPoints()) / pitch);
    if (most == 1 && cut.size() > fitting) {
      cut.subList(Math.max(1, fitting), cut.size()).clear();
      cut.add(cut.removeLast().leftOut());
    }
    return new RowTable(cut, density, width);
  }
}
