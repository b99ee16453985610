package id.antrean.domain.policy;

import static id.antrean.domain.policy.Wishes.NOW;
import static id.antrean.domain.policy.Wishes.draft;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendPapersAskedForTest {
  private static final List<DocumentKind> CARD = List.of(DocumentKind.ID_CARD);
  private static final List<DocumentKind> TWO =
      List.of(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD);

  private final SendPapersAskedFor rule = new SendPapersAskedFor();

  private static Wishes sentBack(Wishes siti) {
    return siti.paper(DocumentKind.ID_CARD, Document.State.REJECTED);
  }

  @Test
  void untilASeatIsHadAnyIsSent() {
    assertThat(rule.refuses(draft().application(), TWO, NOW)).isEmpty();
    assertThat(rule.refuses(unpaid(Status.READY).application(), TWO, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAITING_PAYMENT", "CONFIRMED"})
  void withASeatThoseThatWereSentBackAndNoOthers(Status status) {
    Wishes siti = sentBack(paid(status));

    assertThat(rule.refuses(siti.application(), CARD, NOW)).isEmpty();
    assertThat(rule.refuses(siti.application(), TWO, NOW)).contains(new Refusal.Locked(status));
    assertThat(rule.refuses(paid(status).application(), CARD, NOW))
        .contains(new Refusal.Locked(status));
  }

  /** The new file was declared and has not come: its URL may be asked for again. */
  @Test
  void asLongAsItIsOnItsWay() {
    Wishes siti =
        paid(Status.CONFIRMED).paper(DocumentKind.ID_CARD, Document.State.AWAITING_UPLOAD);

    assertThat(rule.refuses(siti.application(), CARD, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHECKED_IN", "COMPLETED", "NO_SHOW", "CANCELLED"})
  void notOnceTheVisitHasCome(Status status) {
    assertThat(rule.refuses(sentBack(paid(status)).application(), CARD, NOW))
        .contains(new Refusal.Locked(status));
  }
}
