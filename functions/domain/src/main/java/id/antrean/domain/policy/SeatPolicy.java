package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Cancelled;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.BookingState.None;
import id.antrean.domain.booking.BookingState.PaidWithoutSeat;
import id.antrean.domain.booking.BookingState.Visited;
import java.util.List;
import java.util.Optional;

/** Who may take which seat: which rules are asked of whom. The first refusal counts. */
public final class SeatPolicy {
  private final List<SeatRule> withoutSeat;
  private final List<SeatRule> holding;
  private final List<SeatRule> confirmed;
  private final List<SeatRule> paidWithoutSeat;
  private final List<SeatRule> givenBack;

  public SeatPolicy(HoldTerms terms) {
    SeatRule takes = new TakesWithinAnHour(terms);
    SeatRule offered = new OfficeOffersPassport();
    SeatRule desk = new WalkInsAtTheDesk();
    SeatRule cutOff = new TakeUntilCutOff();
    SeatRule ahead = new ExpressADayAhead();
    SeatRule sameFee = new SameFee();
    this.withoutSeat =
        List.of(
            new PapersComplete(),
            new IdentityAllowsBooking(),
            new PauseAfterExpiries(terms),
            takes,
            offered,
            desk,
            cutOff,
            ahead);
    this.holding = List.of(takes, offered, desk, cutOff, ahead);
    this.paidWithoutSeat = List.of(offered, desk, cutOff, ahead, sameFee);
    this.givenBack = List.of(new GiveBackUntilItBegins(), sameFee);
    this.confirmed =
        List.of(
            new MoneyIsStillHere(),
            new MovesLeft(),
            new MoveUntilCutOff(),
            offered,
            desk,
            cutOff,
            ahead,
            sameFee);
  }

  /** Why this application may not take a seat in that session now; empty when it may try. */
  public Optional<Refusal> refuses(Wish wish) {
    return switch (wish.application().booking().state()) {
      case None _ -> first(withoutSeat, wish);
      case Held _ -> first(holding, wish);
      case PaidWithoutSeat _ -> first(paidWithoutSeat, wish);
      case Confirmed _ -> first(confirmed, wish);
      case CheckedIn _, Visited _, Cancelled _ ->
          Optional.of(new Refusal.WrongStatus(wish.application().status()));
    };
  }

  /** Why a seat there is not given back to whom a closure took it from, who has paid for it. */
  public Optional<Refusal> refusesToGiveBack(Wish wish) {
    return wish.application().booking().state() instanceof PaidWithoutSeat
        ? first(givenBack, wish)
        : Optional.of(new Refusal.WrongStatus(wish.application().status()));
  }

  private static Optional<Refusal> first(List<SeatRule> rules, Wish wish) {
    return rules.stream().flatMap(rule -> rule.refuses(wish).stream()).findFirst();
  }
}
