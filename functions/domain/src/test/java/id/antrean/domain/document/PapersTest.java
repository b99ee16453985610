package id.antrean.domain.document;

import static id.antrean.domain.document.DocumentKind.BIRTH_CERTIFICATE;
import static id.antrean.domain.document.DocumentKind.COURT_ORDER;
import static id.antrean.domain.document.DocumentKind.DIPLOMA;
import static id.antrean.domain.document.DocumentKind.FAMILY_CARD;
import static id.antrean.domain.document.DocumentKind.ID_CARD;
import static id.antrean.domain.document.DocumentKind.MARRIAGE_BOOK;
import static id.antrean.domain.document.DocumentKind.OLD_PASSPORT;
import static id.antrean.domain.document.DocumentKind.PARENTS_MARRIAGE_BOOK;
import static id.antrean.domain.document.DocumentKind.PARENT_ID_CARD;
import static id.antrean.domain.document.DocumentKind.POLICE_REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.passport.PassportRequest.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which papers a clerk asks for. */
class PapersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anAdultBringsTheirOwnPapersAndWhatTheKindOfApplicationAsksFor(Kind kind) {
    assertThat(kinds(kind, false, NOW))
        .isEqualTo(with(List.of(ID_CARD, FAMILY_CARD, BIRTH_CERTIFICATE), kind));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aChildBringsTheirParentsPapersAndWhatTheKindOfApplicationAsksFor(Kind kind) {
    assertThat(kinds(kind, true, NOW))
        .isEqualTo(
            with(
                List.of(PARENT_ID_CARD, FAMILY_CARD, BIRTH_CERTIFICATE, PARENTS_MARRIAGE_BOOK),
                kind));
  }

  @Test
  void anAdultsBirthIsShownByAnyOfThreePapersAChildsByOne() {
    assertThat(accepted(false)).containsExactly(BIRTH_CERTIFICATE, MARRIAGE_BOOK, DIPLOMA);
    assertThat(accepted(true)).containsExactly(BIRTH_CERTIFICATE);
  }

  @Test
  void filesOfTwoKindsMayBeForOnePaper() {
    assertThat(Papers.fulfilTheSame(DIPLOMA, MARRIAGE_BOOK)).isTrue();
    assertThat(Papers.fulfilTheSame(FAMILY_CARD, FAMILY_CARD)).isTrue();
    assertThat(Papers.fulfilTheSame(DIPLOMA, FAMILY_CARD)).isFalse();
    assertThat(Papers.fulfilTheSame(MARRIAGE_BOOK, PARENTS_MARRIAGE_BOOK)).isFalse();
  }

  @Test
  void theRulesBeginAtMidnightInJakarta() {
    Instant first = Instant.parse("2024-12-16T17:00:00Z");

    assertThat(kinds(Kind.NEW, false, first)).isNotEmpty();
    assertThatThrownBy(() -> kinds(Kind.NEW, false, first.minusSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2024-12-16");
  }

  private static List<DocumentKind> accepted(boolean child) {
    return Papers.required(Kind.NEW, child, NOW).stream()
        .filter(paper -> paper.kind() == BIRTH_CERTIFICATE)
        .findFirst()
        .orElseThrow()
        .accepts();
  }

  private static List<DocumentKind> kinds(Kind kind, boolean child, Instant at) {
    return Papers.required(kind, child, at).stream().map(Paper::kind).toList();
  }

  private static List<DocumentKind> with(List<DocumentKind> always, Kind kind) {
    List<DocumentKind> all = new ArrayList<>(always);
    all.addAll(
        switch (kind) {
          case NEW -> List.of();
          case RENEWAL, DAMAGED -> List.of(OLD_PASSPORT);
          case DATA_CHANGE -> List.of(OLD_PASSPORT, COURT_ORDER);
          case LOST -> List.of(POLICE_REPORT);
        });
    return all;
  }
}
