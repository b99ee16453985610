package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import java.util.Optional;

/** What an office keeps for people at its desk is offered to nobody else. */
final class WalkInsAtTheDesk implements SeatRule {
  @Override
  public Optional<Refusal> refuses(Wish wish) {
    return wish.session().lane().isForApplicants()
            || wish.application().isMadeAtDeskOf(wish.session().office())
        ? Optional.empty()
        : Optional.of(new Refusal.NotOffered());
  }
}
