package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.memory.Samples;
import org.junit.jupiter.api.Test;

class PapersCompleteTest {
  private final SeatRule rule = new PapersComplete();

  @Test
  void whoMissesAPaperIsToldWhich() {
    Application draft = Samples.draft("siti");
    assertThat(rule.refuses(Wishes.of(draft)))
        .contains(new Refusal.NotReady(draft.dossier().missing()));
    assertThat(draft.dossier().missing()).isNotEmpty();
  }

  @Test
  void whoHasThemAllMayGoOn() {
    assertThat(rule.refuses(Wishes.of(Samples.ready("siti")))).isEmpty();
  }
}
