package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState;
import id.antrean.memory.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatPolicyTest {
  private final SeatPolicy policy = new SeatPolicy(Wishes.TERMS);

  @Test
  void whoMayIsNotRefused() {
    assertThat(policy.refuses(Wishes.of(Samples.ready("siti")))).isEmpty();
    assertThat(policy.refuses(Wishes.of(Wishes.held()))).isEmpty();
    assertThat(policy.refuses(Wishes.of(Wishes.confirmed()))).isEmpty();
  }

  @Test
  void theFirstRuleThatRefusesIsTheOneThatIsTold() {
    Application draft = Samples.draft("siti");
    assertThat(policy.refuses(Wishes.at(draft, Instant.parse("2027-01-01T00:00:00Z"))))
        .contains(new Refusal.NotReady(draft.dossier().missing()));
  }

  @Test
  void whoHasComeOrHasItsEndTakesNone() {
    Application confirmed = Wishes.confirmed();
    for (BookingState state :
        List.of(
            new BookingState.CheckedIn(Wishes.seat(confirmed)),
            new BookingState.Over(BookingState.Ending.COMPLETED))) {
      Application siti = Samples.standing(confirmed, state);
      assertThat(policy.refuses(Wishes.of(siti))).contains(new Refusal.WrongStatus(siti.status()));
    }
  }
}
