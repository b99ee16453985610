package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.application.Event;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.Holiday;
import id.antrean.domain.payment.Tariffs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two files of sentences against each other and against what can be said. */
class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Properties indonesian = texts("id");
    Properties english = texts("en");
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(indonesian.stringPropertyNames());
    for (String key : indonesian.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .containsExactlyInAnyOrderElementsOf(places(indonesian.getProperty(key)));
    }
  }

  static Stream<String> keysOfWhatCanBeSaid() {
    return Stream.of(
            names("timeline.", Event.Kind.values()),
            names("rejection.", RejectionReason.values()),
            names("verdict.", IdentityVerdict.values()),
            names("paper.", DocumentKind.values()),
            names("note.", NikNote.values()),
            names("fee.", Tariffs.Item.values()),
            names("holiday.", Holiday.Occasion.values()))
        .flatMap(several -> several);
  }

  @ParameterizedTest
  @MethodSource("keysOfWhatCanBeSaid")
  void whatCanHappenHasAText(String key) {
    for (Language language : Language.values()) {
      assertThat(Messages.text(language, key, "it", "so"))
          .isNotBlank()
          .doesNotContainPattern("[A-Z]+_[A-Z]+");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WRONG_AMOUNT",
        "WRONG_CURRENCY",
        "ALREADY_PAID",
        "APPLICATION_CANCELLED",
        "TAKEN_BACK",
        "RETURNED",
        "PAID_NO_MORE"
      })
  void whatBecomesOfMoneyIsSaidToAPerson(String reason) {
    Sentences.areForPeople(
        Messages.text(Language.INDONESIAN, "money." + reason, "Rp950.000"),
        Messages.text(Language.ENGLISH, "money." + reason, "Rp950,000"));
  }

  @Test
  void whatIsPutIntoASentenceIsNotReadAsOne() {
    assertThat(Messages.text(Language.ENGLISH, "time.clock", "{1}", "$1")).isEqualTo("{1}:$1");
  }

  private static Stream<String> names(String prefix, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> prefix + value.name());
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Properties texts(String tag) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                Messages.class.getResourceAsStream("messages_" + tag + ".properties")),
            StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    }
  }
}
