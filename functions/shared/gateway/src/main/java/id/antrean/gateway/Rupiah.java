package id.antrean.gateway;

/**
 * Money as people read it: {@code Rp650.000}. Written without the locale data of the platform,
 * which a native image does not have.
 */
public final class Rupiah {

  private Rupiah() {}

  /**
   * An amount in the reader's way of grouping digits.
   *
   * @param amount whole rupiah
   */
  public static String said(long amount, Language language) {
    StringBuilder digits = new StringBuilder(Long.toString(amount));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, language == Language.INDONESIAN ? '.' : ',');
    }
    return "Rp" + digits;
  }
}
