package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.PASSPORT;
import static id.antrean.domain.policy.Wishes.draft;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.passport.PassportRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PapersCompleteTest {
  private static final Refusal ALL_ARE_MISSING =
      new Refusal.NotReady(
          List.of(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD, DocumentKind.BIRTH_CERTIFICATE));

  private final SeatRule rule = new PapersComplete();

  @Test
  void whoHasNoPapersIsToldWhichAreMissing() {
    assertThat(rule.refuses(draft().wish())).contains(ALL_ARE_MISSING);
  }

  @Test
  void whoHasThemAllMayGoOn() {
    assertThat(rule.refuses(ready().wish())).isEmpty();
  }

  @Test
  void aPaperThatWasSeenNeedsNoFile() {
    assertThat(rule.refuses(draft().seen(DocumentKind.ID_CARD, DocumentKind.DIPLOMA).wish()))
        .contains(new Refusal.NotReady(List.of(DocumentKind.FAMILY_CARD)));
    assertThat(
            rule.refuses(
                draft()
                    .seen(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD)
                    .paper(DocumentKind.BIRTH_CERTIFICATE, Document.State.VERIFIED)
                    .wish()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
  void aFileThatIsNotVerifiedIsNoPaper(Document.State state) {
    assertThat(rule.refuses(draft().papers(state).wish())).contains(ALL_ARE_MISSING);
    assertThat(rule.refuses(ready().paper(DocumentKind.FAMILY_CARD, state).wish()))
        .contains(new Refusal.NotReady(List.of(DocumentKind.FAMILY_CARD)));
  }

  @Test
  void anotherPassportMayNeedMorePapers() {
    PassportRequest lost =
        new PassportRequest(PassportRequest.Kind.LOST, PASSPORT.type(), PASSPORT.validityYears());
    assertThat(rule.refuses(ready().wants(lost).wish()))
        .contains(new Refusal.NotReady(List.of(DocumentKind.POLICE_REPORT)));
  }
}
