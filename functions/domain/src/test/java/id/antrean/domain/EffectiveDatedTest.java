package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.EffectiveDated.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data that changes by the day is read as it stands in its file. */
class EffectiveDatedTest {

  @Test
  void everyRowIsReadInItsOrderAndNothingElse() {
    List<Row> rows = EffectiveDated.rows(EffectiveDatedTest.class, "effective-dated.csv");

    assertThat(rows)
        .containsExactly(
            new Row(LocalDate.of(2024, 12, 17), List.of("APPLES", "1")),
            new Row(LocalDate.of(2026, 1, 1), List.of("PEARS", "")));
    assertThat(rows.getFirst().column(0)).isEqualTo("APPLES");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThatThrownBy(() -> EffectiveDated.rows(EffectiveDatedTest.class, "none.csv"))
        .hasMessage("missing data: none.csv");
  }
}
