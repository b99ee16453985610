package id.antrean.counter.ticket;

/**
 * A typeface at a size, in points.
 *
 * <p>A block of lines reaches from the top of its first line's capitals to the lowest of its last
 * line's letters: so what is equally far from two blocks looks it.
 */
record Font(Typeface face, double size) {
  private static final double LEADING = 1.3;
  private static final double THOUSANDTHS = 1000;

  /** From one line to the next. */
  double leading() {
    return LEADING * size;
  }

  double capital() {
    return Typeface.CAPITAL * size;
  }

  /** Of a block of so many lines. */
  double height(int lines) {
    return lines == 0
        ? 0
        : (lines - 1) * leading() + (Typeface.CAPITAL + Typeface.DESCENDER) * size;
  }

  double width(String codes) {
    long sum = codes.chars().mapToLong(code -> face.thousandths((char) code)).sum();
    return sum * size / THOUSANDTHS;
  }

  /** Where a line ends that begins at an index: as many letters as fit, but never none. */
  int lineEnd(String codes, int from, double width) {
    double left = width * THOUSANDTHS / size;
    int end = from;
    while (end < codes.length()) {
      left -= face.thousandths(codes.charAt(end));
      if (left < 0 && end > from) {
        break;
      }
      end++;
    }
    return end;
  }
}
