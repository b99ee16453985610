package id.antrean.domain.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A question that the registry did not answer is asked again by one reminder, not by many. */
class AskingTheRegistryAgainTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void theLatestRequestsReminderIsTheOneToAskAgain() {
    Identity open = Identity.pending().openedBy("r-2");

    assertThat(open.verdict()).isEqualTo(IdentityVerdict.PENDING);
    assertThat(open.isOpenSince("r-2")).isTrue();
    assertThat(open.isOpenSince("r-1")).isFalse();
  }

  @Test
  void whereNobodyWroteDownWhoOpenedItAnyReminderAsks() {
    assertThat(Identity.pending().isOpenSince("r-1")).isTrue();
  }

  @Test
  void whatIsAnsweredIsNotOpenedAgain() {
    Identity answered = new Identity(IdentityVerdict.DIFFERS, List.of("fullName"), NOW);

    assertThat(answered.openedBy("r-2")).isEqualTo(answered);
    assertThat(answered.isOpenSince("r-2")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(IdentityVerdict.class)
  void onlyWhoIsOnRecordAsLivingMayBook(IdentityVerdict verdict) {
    Set<IdentityVerdict> may =
        Set.of(IdentityVerdict.MATCHED, IdentityVerdict.DIFFERS, IdentityVerdict.PENDING);

    assertThat(verdict.allowsBooking()).isEqualTo(may.contains(verdict));
  }

  @Test
  void whatDiffersIsNamed() {
    assertThatThrownBy(() -> new DukcapilAnswer.Differs(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aQuestionInALogBetraysNobody() {
    AskDukcapil.Question question =
        new AskDukcapil.Question(
            new Nik("9901014107950001"),
            "SITI AMINAH",
            "SERANG",
            LocalDate.of(1995, 7, 1),
            Sex.FEMALE);

    assertThat(question).hasToString("Question[************0001]");
  }
}
