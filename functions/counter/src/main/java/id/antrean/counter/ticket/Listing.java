package id.antrean.counter.ticket;

import java.util.ArrayList;
import java.util.List;

/**
 * A list below the rows. It takes the room that it is given: what does not fit is left out, which
 * an ellipsis tells. Its first line always stays, so that nobody overlooks that there is a list.
 */
final class Listing {
  private static final double GAP_ABOVE_POINTS = 30;
  private static final double TITLE_POINTS = 12;
  private static final double TITLE_GAP_POINTS = 11;
  private static final double BOX_POINTS = 9;
  private static final double BOX_LINE_POINTS = 0.7;

  private final Wrapped title;
  private final List<Wrapped> items;
  private final Style style;

  private Listing(Wrapped title, List<Wrapped> items, Style style) {
    this.title = title;
    this.items = items;
    this.style = style;
  }

  private enum Style {
    TICKED(11, 9, Ink.BLACK, 18),
    READ(9, 5, Ink.GREY, 0);

    private final double sizePoints;
    private final double gapPoints;
    private final Ink ink;

    /** Before an item, for its box. */
    private final double indentPoints;

    Style(double sizePoints, double gapPoints, Ink ink, double indentPoints) {
      this.sizePoints = sizePoints;
      this.gapPoints = gapPoints;
      this.ink = ink;
      this.indentPoints = indentPoints;
    }
  }

  /** Things to be ticked with a pen, each after a box. */
  static Listing toTick(String title, List<String> items, double width) {
    Font font = new Font(Typeface.BOLD, TITLE_POINTS);
    return of(Wrapped.of(title, font, width).cutTo(1), items, width, Style.TICKED);
  }

  /** Things to be read, in smaller letters. */
  static Listing toRead(List<String> items, double width) {
    return of(
        Wrapped.of("", new Font(Typeface.BOLD, TITLE_POINTS), width), items, width, Style.READ);
  }

  private static Listing of(Wrapped title, List<String> items, double width, Style style) {
    Font font = new Font(Typeface.REGULAR, style.sizePoints);
    return new Listing(
        title,
        items.stream()
            .map(item -> Wrapped.of(item, font, width - style.indentPoints))
            .filter(item -> item.count() > 0)
            .toList(),
        style);
  }

  /** With the gap above it; nothing for a list of nothing. */
  double height() {
    if (items.isEmpty()) {
      return 0;
    }
    double gaps = style.gapPoints * (items.size() - 1);
    return GAP_ABOVE_POINTS
        + titleHeight()
        + gaps
        + items.stream().mapToDouble(Wrapped::height).sum();
  }

  /** Less room than this is of no use to it. */
  double leastHeight() {
    return shortenedTo(0).height();
  }

  /** As many of its lines as there is room for, but at least the first. */
  Listing shortenedTo(double room) {
    Listing shorter = this;
    for (int most = count() - 1; most > 0 && shorter.height() > room; most--) {
      shorter = cutTo(most);
    }
    return shorter;
  }

  void draw(PdfPage page, double left, double top) {
    if (items.isEmpty()) {
      return;
    }
    title.draw(page, Ink.ACCENT, left, top + GAP_ABOVE_POINTS);
    double y = top + GAP_ABOVE_POINTS + titleHeight();
    for (Wrapped item : items) {
      if (style.indentPoints > 0) {
        double middle = y + item.font().capital() / 2;
        page.box(Ink.BLACK, left, middle - BOX_POINTS / 2, BOX_POINTS, BOX_LINE_POINTS);
      }
      item.draw(page, style.ink, left + style.indentPoints, y);
      y += item.height() + style.gapPoints;
    }
  }

  private int count() {
    return items.stream().mapToInt(Wrapped::count).sum();
  }

  private double titleHeight() {
    return title.count() == 0 ? 0 : title.height() + TITLE_GAP_POINTS;
  }

  private Listing cutTo(int most) {
    List<Wrapped> kept = new ArrayList<>();
    int left = most;
    for (Wrapped item : items) {
      if (left == 0) {
        break;
      }
      kept.add(item.cutTo(left));
      left -= kept.getLast().count();
    }
    kept.add(kept.removeLast().goingOn());
    return new Listing(title, kept, style);
  }
}
