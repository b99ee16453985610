package id.antrean.uploads.inspection.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value from a place in a file or in an unpacked object stream. Forgiving, since viewers
 * are; what had to be forgiven is told, because a viewer may forgive it otherwise.
 */
final class PdfReader {
  private static final int DEEPEST = 100;
  private static final int MOST_VALUES = 250_000;
  private static final int LONGEST_NAME = 127;
  private static final String DELIMITERS = "()<>[]{}/%";
  private static final PdfValue CLOSING_LIST = new PdfValue.Word("]");
  private static final PdfValue CLOSING_DICTIONARY = new PdfValue.Word(">>");

  private final byte[] bytes;
  private int at;
  private int values;
  private boolean malformed;
  private boolean namesWhatActs;

  PdfReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /**
   * The value at a place; null if there is none.
   *
   * @param dubious whether something had to be forgiven beside a name of what acts: another reader
   *     may see there what this one does not
   * @param end where the value ends
   */
  record Reading(@Nullable PdfValue value, boolean dubious, int end) {}

  static Reading read(byte[] bytes, int at, Work work) {
    PdfReader reader = new PdfReader(bytes, at);
    PdfValue value = reader.value(0);
    work.read(reader.at - at + 1L, reader.values);
    return new Reading(
        closes(value) ? null : value, reader.malformed && reader.namesWhatActs, reader.at);
  }

  /** The value at the position, or what closes the collection around it, or null at the end. */
  private @Nullable PdfValue value(int depth) {
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      throw new TooMuchWork("a value is too deep or too long");
    }
    skipBlanks();
    return switch (peek()) {
      case -1 -> null;
      case '/' -> name();
      case '(' -> text();
      case '[' -> array(depth);
      case '<' -> peek(1) == '<' ? dictionary(depth) : hexText();
      case ']' -> closing(1, CLOSING_LIST);
      case '>' -> closing(peek(1) == '>' ? 2 : 1, CLOSING_DICTIONARY);
      case ')', '{', '}' -> {
        at++;
        malformed = true;
        yield new PdfValue.Word("");
      }
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numberOrReference();
      case '+', '-', '.' -> number();
      default -> word();
    };
  }

  private PdfValue closing(int length, PdfValue what) {
    at += length;
    return what;
  }

  private static boolean closes(@Nullable PdfValue value) {
    return CLOSING_LIST.equals(value) || CLOSING_DICTIONARY.equals(value);
  }

  private PdfValue array(int depth) {
    at++;
    List<PdfValue> items = new ArrayList<>(4);
    while (true) {
      PdfValue item = value(depth + 1);
      if (item == null || item.equals(CLOSING_LIST)) {
        malformed |= item == null;
        return new PdfValue.Array(items);
      }
      if (closes(item)) {
        malformed = true;
      } else {
        items.add(item);
      }
    }
  }

  private PdfValue dictionary(int depth) {
    at += 2;
    List<String> keys = new ArrayList<>(4);
    List<PdfValue> found = new ArrayList<>(4);
    while (true) {
      PdfValue key = value(depth + 1);
      if (key instanceof PdfValue.Name(String text)) {
        PdfValue value = value(depth + 1);
        if (value != null && !closes(value)) {
          keys.add(text);
          found.add(value);
          continue;
        }
        malformed = true;
        key = value;
      }
      if (key == null || key.equals(CLOSING_DICTIONARY)) {
        malformed |= key == null;
        return new PdfValue.Dictionary(keys, found);
      }
      malformed = true;
    }
  }

  private PdfValue name() {
    int from = ++at;
    boolean escaped = false;
    while (isRegular(peek())) {
      escaped |= peek() == '#';
      at++;
    }
    int length = Math.min(at - from, LONGEST_NAME);
    String written = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    String name = escaped ? unescaped(written) : written;
    namesWhatActs |= ActiveContent.isNameOfWhatActs(name);
    return new PdfValue.Name(name);
  }

  private static String unescaped(String written) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      int high = i + 2 < written.length() ? Character.digit(written.charAt(i + 1), 16) : -1;
      int low = i + 2 < written.length() ? Character.digit(written.charAt(i + 2), 16) : -1;
      boolean escape = written.charAt(i) == '#' && high >= 0 && low >= 0;
      name.append(escape ? (char) (high * 16 + low) : written.charAt(i));
      i += escape ? 2 : 0;
    }
    return name.toString();
  }

  /** One without an end takes all that follows, so that what it lies in has no end either. */
  private PdfValue text() {
    int from = ++at;
    int open = 1;
    while (open > 0 && at < bytes.length) {
      switch (bytes[at]) {
        case '(' -> open++;
        case ')' -> open--;
        case '\\' -> at++;
        default -> {}
      }
      at++;
    }
    at = Math.min(at, bytes.length);
    return new PdfValue.Text(bytes, from, open > 0 ? at : at - 1, false);
  }

  private PdfValue hexText() {
    int from = ++at;
    while (at < bytes.length && bytes[at] != '>') {
      at++;
    }
    int to = at;
    at = Math.min(at + 1, bytes.length);
    return new PdfValue.Text(bytes, from, to, true);
  }

  private PdfValue numberOrReference() {
    PdfValue.Numeral first = number();
    int afterFirst = at;
    skipBlanks();
    if (isDigit(peek())) {
      number();
      skipBlanks();
      if (peek() == 'R' && !isRegular(peek(1))) {
        at++;
        return new PdfValue.Reference((int) Math.min(first.value(), Integer.MAX_VALUE));
      }
    }
    at = afterFirst;
    return first;
  }

  private PdfValue.Numeral number() {
    boolean negative = peek() == '-';
    boolean fraction = false;
    long value = 0;
    while (isRegular(peek()) && (isDigit(peek()) || "+-.".indexOf(peek()) >= 0)) {
      fraction |= peek() == '.';
      if (isDigit(peek()) && !fraction && value < Integer.MAX_VALUE) {
        value = value * 10 + peek() - '0';
      }
      at++;
    }
    return new PdfValue.Numeral(negative ? -value : value);
  }

  /** Words that end an object are left where they are: there is no value here. */
  private @Nullable PdfValue word() {
    int from = at;
    while (isRegular(peek())) {
      at++;
    }
    String word = new String(bytes, from, Math.min(at - from, 16), StandardCharsets.ISO_8859_1);
    return switch (word) {
      case "true", "false", "null" -> new PdfValue.Word(word);
      case "endobj", "obj", "stream", "endstream", "xref", "trailer", "startxref" -> {
        at = from;
        yield null;
      }
      default -> {
        malformed = true;
        yield new PdfValue.Word(word);
      }
    };
  }

  private void skipBlanks() {
    at = skipBlanks(bytes, at);
  }

  /** The next place after blanks and comments. */
  static int skipBlanks(byte[] bytes, int from) {
    int at = from;
    boolean comment = false;
    while (at < bytes.length && (comment || isBlank(bytes[at]) || bytes[at] == '%')) {
      comment = (comment || bytes[at] == '%') && bytes[at] != '\n' && bytes[at] != '\r';
      at++;
    }
    return at;
  }

  private int peek() {
    return peek(0);
  }

  private int peek(int ahead) {
    return at + ahead < bytes.length ? bytes[at + ahead] & 0xFF : -1;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isRegular(int c) {
    return c >= 0 && !isBlank(c) && DELIMITERS.indexOf(c) < 0;
  }
}
