package id.antrean.counter.ticket;

/**
 * The alphabet of a PDF's built-in fonts. A text in it is a string whose characters are its codes,
 * one byte each. The JDK's windows-1252 is the same alphabet, but a native image has it only on
 * demand.
 */
final class WinAnsi {
  static final char FIRST = ' ';

  private static final char UNKNOWN = '?';
  private static final char NO_BREAK_SPACE = 0xA0;
  private static final char FIRST_OWN = 0x80;

  /** What stands at 80 to 9F, where Latin-1 has no letters; a space where nothing does. */
  private static final String OWN = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

  private WinAnsi() {}

  /** The codes of a text: all blanks are spaces, and what the alphabet does not have is a `?`. */
  static String codes(String text) {
    StringBuilder codes = new StringBuilder(text.length());
    text.codePoints().map(WinAnsi::code).forEach(code -> codes.append((char) code));
    return codes.toString();
  }

  private static int code(int character) {
    if (character == NO_BREAK_SPACE) {
      return NO_BREAK_SPACE;
    }
    if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
      return ' ';
    }
    boolean ascii = character > ' ' && character <= '~';
    boolean latin = character > NO_BREAK_SPACE && character <= 'ÿ';
    if (ascii || latin) {
      return character;
    }
    int own = OWN.indexOf(character);
    return own < 0 ? UNKNOWN : FIRST_OWN + own;
  }
}
