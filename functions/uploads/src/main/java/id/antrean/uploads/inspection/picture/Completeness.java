package id.antrean.uploads.inspection.picture;

/** How much of a picture has to be there. */
final class Completeness {
  private static final int PERCENT = 98;

  private Completeness() {}

  /**
   * Whether so much is enough: the last rows of a transfer that broke off at its very end hide
   * nothing of a card.
   */
  static boolean enough(long there, long whole) {
    return there * 100 >= whole * PERCENT;
  }
}
