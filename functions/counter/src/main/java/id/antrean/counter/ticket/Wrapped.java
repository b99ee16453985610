package id.antrean.counter.ticket;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in lines, which break between words, and within a word only where it is longer than a
 * line.
 *
 * @param lines in the codes of {@link WinAnsi}; none for a text that is blank
 */
record Wrapped(List<String> lines, Font font, double width) {
  private static final String ELLIPSIS = WinAnsi.codes("…");

  /** What a short word is, in parts of a line. */
  private static final double SHORT = 0.25;

  private static final String BEFORE_NO_ELLIPSIS = " .,;:";

  Wrapped {
    lines = List.copyOf(lines);
  }

  static Wrapped of(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (String word : WinAnsi.codes(text).split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      double wider = font.width(" " + word);
      if (!line.isEmpty() && used + wider <= width) {
        line.append(' ').append(word);
        used += wider;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      int from = 0;
      for (int to = font.lineEnd(word, from, width);
          to < word.length();
          to = font.lineEnd(word, from, width)) {
        lines.add(word.substring(from, to));
        from = to;
      }
      line.append(word, from, word.length());
      used = font.width(line.toString());
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    lengthenLast(lines, font, width);
    return new Wrapped(lines, font, width);
  }

  /** A short word alone on the last line is overlooked: the one before it goes along. */
  private static void lengthenLast(List<String> lines, Font font, double width) {
    if (lines.size() < 2 || font.width(lines.getLast()) > SHORT * width) {
      return;
    }
    String before = lines.get(lines.size() - 2);
    int space = before.lastIndexOf(' ');
    String longer = before.substring(space + 1) + " " + lines.getLast();
    if (space > 0 && lines.getLast().indexOf(' ') < 0 && font.width(longer) <= width / 2) {
      lines.set(lines.size() - 2, before.substring(0, space));
      lines.set(lines.size() - 1, longer);
    }
  }

  int count() {
    return lines.size();
  }

  double height() {
    return font.height(count());
  }

  /** Its first lines, at least one; the last ends in an ellipsis if there were more. */
  Wrapped cutTo(int most) {
    return count() <= most ? this : new Wrapped(lines.subList(0, most), font, width).goingOn();
  }

  /** The same with an ellipsis at its end, for what is left out behind it. */
  Wrapped goingOn() {
    List<String> ended = new ArrayList<>(lines);
    ended.add(withEllipsis(ended.isEmpty() ? "" : ended.removeLast()));
    return new Wrapped(ended, font, width);
  }

  /**
   * Draws it.
   *
   * @param top where its first line's capitals end
   */
  void draw(PdfPage page, Ink ink, double left, double top) {
    draw(page, ink, left, top + font.capital(), font.leading());
  }

  /** Draws it on lines that are not its own. */
  void draw(PdfPage page, Ink ink, double left, double baseline, double leading) {
    double y = baseline;
    for (String line : lines) {
      page.text(line, font, ink, left, y);
      y += leading;
    }
  }

  private String withEllipsis(String line) {
    if (line.endsWith(ELLIPSIS)) {
      return line;
    }
    int end = line.length();
    while (end > 0 && font.width(line.substring(0, end) + ELLIPSIS) > width) {
      end--;
    }
    while (end > 0 && BEFORE_NO_ELLIPSIS.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end) + ELLIPSIS;
  }
}
