package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The rules that a new reader is asked for after a change of the layout: twelve of the fourteen
 * have to be found at the first guess. Whether they are, only a reader tells; that the answers are
 * still the answers, this.
 */
class WhereRulesLiveTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "where-rules-live.csv", delimiter = '|')
  void theRuleIsWhereTheAnswerSays(String rule, String place) {
    assertThat(House.ROOT.resolve(place)).as(rule).isRegularFile();
  }
}
