package id.antrean.uploads.inspection.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as it is written in a PDF. */
sealed interface PdfValue {

  /** A name, its escapes undone. */
  record Name(String text) implements PdfValue {}

  /** A number; fractions are cut off, since nothing here needs them. */
  record Numeral(long value) implements PdfValue {}

  /**
   * A string as it is written, between its brackets: few are ever looked at.
   *
   * @param hex whether in hexadecimal digits
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Text(byte[] source, int from, int to, boolean hex) implements PdfValue {

    /** The bytes it stands for. */
    byte[] bytes() {
      return hex ? TextBytes.ofHex(source, from, to) : TextBytes.ofLiteral(source, from, to);
    }
  }

  /** Another object, by its number. */
  record Reference(int number) implements PdfValue {}

  /** A list. */
  record Array(List<PdfValue> items) implements PdfValue {}

  /** {@code true}, {@code false}, {@code null}, or a word that nobody knows. */
  record Word(String text) implements PdfValue {}

  /** A dictionary in the order in which it is written; a key may stand there twice. */
  record Dictionary(List<String> keys, List<PdfValue> values) implements PdfValue {

    /** The last value of the key, as most viewers take it. */
    @Nullable PdfValue get(String key) {
      int at = keys.lastIndexOf(key);
      return at < 0 ? null : values.get(at);
    }

    /** Every value of the key. */
    List<PdfValue> all(String key) {
      List<PdfValue> found = new ArrayList<>(1);
      for (int at = 0; at < keys.size(); at++) {
        if (keys.get(at).equals(key)) {
          found.add(values.get(at));
        }
      }
      return found;
    }

    boolean has(String key) {
      return keys.contains(key);
    }

    boolean hasAny(List<String> any) {
      return any.stream().anyMatch(keys::contains);
    }

    /** Whether one of the key's values is that name. */
    boolean is(String key, String name) {
      return all(key).contains(new Name(name));
    }
  }

  /** The values directly inside. */
  default List<PdfValue> inside() {
    return switch (this) {
      case Array array -> array.items();
      case Dictionary dictionary -> dictionary.values();
      case Name _, Numeral _, Text _, Reference _, Word _ -> List.of();
    };
  }
}
