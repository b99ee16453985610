package id.antrean.registration.dukcapil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTextTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "' ', 0",
    "Tidak Sesuai, 0",
    "tidak sesuai, 0",
    "Tidak Sesuai (40), 0",
    "Tidak Sesuai (100), 0",
    "Sesuai, 100",
    "sesuai, 100",
    "SESUAI, 100",
    "Sesuai (92), 92",
    "Sesuai(92), 92",
    "(75), 75",
    "Sesuai (100), 100",
    "Sesuai (0), 0",
    "Sesuai (999), 100"
  })
  void theRegistrysWordsBecomeAScore(String text, int score) {
    assertThat(MatchText.score(text)).hasValue(score);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Error", "Sesuai sekali", "Kurang Sesuai", "(9999)", "92", "Sesuai (-1)"})
  void anythingElseIsNotGuessedAt(String text) {
    assertThat(MatchText.score(text)).isEmpty();
  }
}
