package id.antrean.sandbox.dukcapil;

import java.util.Arrays;

/** Words that a full name may contain to choose the registry's answer. */
enum MagicWord {
  /** The name differs from the registered one. */
  BEDA,
  /** Nobody has this NIK. */
  TIADA,
  /** The person is deceased. */
  WAFAT,
  /** The record is inactive. */
  NONAKTIF,
  /** The day's quota is used up. */
  KUOTA,
  /** The answer comes after ten seconds. */
  LAMBAT,
  /** The answer is not JSON. */
  SAMPAH,
  /** An ordinary name. */
  NONE;

  static MagicWord in(String fullName) {
    return Arrays.stream(values())
        .filter(word -> word != NONE && fullName.contains(word.name()))
        .findFirst()
        .orElse(NONE);
  }
}
