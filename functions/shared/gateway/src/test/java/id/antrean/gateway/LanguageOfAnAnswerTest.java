package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads is answered in the one of our languages that they like best, else in Indonesian. */
class LanguageOfAnAnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "EN", "en-GB", "en-US,en;q=0.9", "fr, en;q=0.3", "id;q=0.4, en;q=0.5"})
  void whoLikesEnglishBestReadsEnglish(String header) {
    assertThat(Sent.header("accept-language", header).request().language())
        .isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "id-ID, en;q=0.9", "in", "en;q=0.4, id;q=0.5", "fr", "*", "", "en;q=x", "-"})
  void everybodyElseReadsIndonesian(String header) {
    assertThat(Sent.header("Accept-Language", header).request().language())
        .isEqualTo(Language.INDONESIAN);
  }

  @Test
  void whoSaysNothingReadsIndonesian() {
    assertThat(Sent.query(Map.of()).request().language()).isEqualTo(Language.INDONESIAN);
  }
}
