package id.antrean.domain.text;

import java.text.Normalizer;

/**
 * One line of text that can be kept: well-formed Unicode in normal form C, without anything that is
 * not seen, with single blanks between its words. Two texts that look alike to a reader are then
 * alike to a store, and nothing in a text plays tricks on whoever reads it in a list.
 */
public final class PlainText {
  /** What normalising and trimming may take away; beyond it nobody meant to write the text. */
  private static final int SHRINKS_AT_MOST = 8;

  /** A spreadsheet takes a cell that begins so for a formula; the wide forms too. */
  private static final String BEGINS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private PlainText() {}

  /** What reading a text comes to. */
  public sealed interface Reading permits Clean, Flawed {}

  /** The text as it is kept. */
  public record Clean(String text) implements Reading {}

  /** The text cannot be kept. */
  public record Flawed(Flaw flaw) implements Reading {}

  /** Why a text cannot be kept. */
  public enum Flaw {
    /** Half of a character, or a character that stands for broken bytes. */
    NOT_UNICODE,
    /** Controls, format and direction marks, fillers, private or unassigned characters. */
    INVISIBLE,
    /** Too few or too many characters, once blanks at the ends are gone. */
    LENGTH,
    /** It would be a formula in an officer's spreadsheet. */
    FORMULA
  }

  /** Reads a text of so many characters, counted as code points in normal form. */
  public static Reading read(String written, int min, int max) {
    if (!isUnicode(written)) {
      return new Flawed(Flaw.NOT_UNICODE);
    }
    if (written.length() > (long) max * SHRINKS_AT_MOST) {
      return new Flawed(Flaw.LENGTH);
    }
    if (!written.codePoints().allMatch(PlainText::isSeen)) {
      return new Flawed(Flaw.INVISIBLE);
    }
    String text = Normalizer.normalize(withSingleBlanks(written), Normalizer.Form.NFC);
    int length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      return new Flawed(Flaw.LENGTH);
    }
    if (!text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
      return new Flawed(Flaw.FORMULA);
    }
    return new Clean(text);
  }

  /**
   * Whether the text is whole. A lone half of a surrogate pair would be stored as a question mark,
   * so that two texts become one; U+FFFD is what a decoder upstream put for bytes it could not
   * read.
   */
  public static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(
            c -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == 0xFFFD);
  }

  /** Whether a character leaves something on the page, a blank included. */
  public static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isFiller(character);
    };
  }

  /** Letters, marks and symbols by their category, and yet drawn as nothing or as a placeholder. */
  private static boolean isFiller(int character) {
    return switch (character) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0x1D159 -> true;
      default ->
          (character >= 0x180B && character <= 0x180F)
              || (character >= 0xFE00 && character <= 0xFE0F)
              || (character >= 0xE0100 && character <= 0xE01EF);
    };
  }

  private static String withSingleBlanks(String text) {
    StringBuilder single = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) != Character.SPACE_SEPARATOR) {
                single.appendCodePoint(c);
              } else if (!single.isEmpty() && single.charAt(single.length() - 1) != ' ') {
                single.append(' ');
              }
            });
    return single.toString().stripTrailing();
  }
}
