package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.WIB;
import static id.antrean.domain.office.Calendars.WIT;
import static id.antrean.domain.office.Calendars.offering;
import static id.antrean.domain.office.Calendars.office;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.PASSPORT;
import static id.antrean.domain.policy.Wishes.TERMS;
import static id.antrean.domain.policy.Wishes.draft;
import static id.antrean.domain.policy.Wishes.fee;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingHistory;
import id.antrean.domain.document.Document;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which rules are asked of whom, in what order. Everything stands against Siti; one thing after
 * another is put right, and each time she is told the next. What still stands against her when she
 * may is what she is not asked.
 */
class SeatPolicyTest {
  private static final Instant TOO_LATE = DAY.atStartOfDay(WIB).toInstant();
  private static final Office JAYAPURA = office(WIT);
  private static final Office WITHOUT_SERVICES = offering(CILEGON, List.of());

  private static final BookingHistory TAKES =
      times(4, BookingHistory.NONE, it -> it.tookUnpaid(TOO_LATE));
  private static final BookingHistory TAKES_AND_EXPIRIES =
      times(3, TAKES, it -> it.expired(TOO_LATE));
  private static final BookingHistory EVERYTHING =
      times(1, TAKES_AND_EXPIRIES, BookingHistory::movedPaid);

  private final SeatPolicy policy = new SeatPolicy(TERMS);

  private static BookingHistory times(
      int count, BookingHistory history, UnaryOperator<BookingHistory> step) {
    BookingHistory next = history;
    for (int i = 0; i < count; i++) {
      next = step.apply(next);
    }
    return next;
  }

  private static Wishes against(Status status) {
    return draft()
        .known(IdentityVerdict.DECEASED)
        .with(EVERYTHING)
        .in(status)
        .asking(WITHOUT_SERVICES)
        .in(Lane.EXPRESS)
        .at(TOO_LATE);
  }

  private static Refusal tooLate(Office office) {
    return new Refusal.TooLate(DAY.atStartOfDay(office.zone()));
  }

  /** What she is told while things are put right one after another, until she may. */
  @SafeVarargs
  private List<Refusal> told(Wishes siti, UnaryOperator<Wishes>... putRight) {
    List<Refusal> told = new ArrayList<>();
    Wishes now = siti;
    for (UnaryOperator<Wishes> step : putRight) {
      policy.refuses(now.wish()).ifPresent(told::add);
      now = step.apply(now);
    }
    assertThat(policy.refuses(now.wish())).isEmpty();
    return told;
  }

  @Test
  void whoHasNoSeatIsAskedForPapersAndPersonThenForPatienceThenForTheSeat() {
    Wishes siti = against(Status.DRAFT);
    assertThat(
            told(
                siti,
                it -> it.papers(Document.State.VERIFIED),
                it -> it.known(IdentityVerdict.MATCHED),
                it -> it.with(TAKES),
                it -> it.with(BookingHistory.NONE),
                it -> it.asking(CILEGON),
                it -> it.on(DAY.plusDays(1))))
        .containsExactly(
            new Refusal.NotReady(siti.dossier().missing()),
            new Refusal.Identity(IdentityVerdict.DECEASED),
            new Refusal.Pause(TOO_LATE.plus(HoldTerms.PAUSE).atZone(WIB)),
            new Refusal.TooManyRequests(Duration.ofHours(1)),
            new Refusal.NotOffered(),
            tooLate(CILEGON));
  }

  @Test
  void whoHoldsASeatIsAskedForPatienceAndForTheOtherSeat() {
    assertThat(
            told(
                against(Status.AWAITING_PAYMENT),
                it -> it.with(times(3, BookingHistory.NONE, past -> past.expired(TOO_LATE))),
                it -> it.asking(CILEGON),
                it -> it.on(DAY.plusDays(1))))
        .containsExactly(
            new Refusal.TooManyRequests(Duration.ofHours(1)),
            new Refusal.NotOffered(),
            tooLate(CILEGON));
  }

  @Test
  void whoHasPaidAndHasNoSeatIsAskedForTheSeatAlone() {
    assertThat(
            told(
                against(Status.PAID_UNSCHEDULED).paid(fee(PASSPORT, Lane.REGULAR)),
                it -> it.asking(CILEGON),
                it -> it.on(DAY.plusDays(1)),
                it -> it.in(Lane.REGULAR)))
        .containsExactly(new Refusal.NotOffered(), tooLate(CILEGON), new Refusal.OtherFee(false));
  }

  @Test
  void whoHasAConfirmedSeatIsAskedWhetherItMayBeLeftAndThenForTheOther() {
    assertThat(
            told(
                against(Status.CONFIRMED).seatAt(JAYAPURA, DAY),
                it -> it.paid(fee(PASSPORT, Lane.REGULAR)),
                it -> it.with(TAKES_AND_EXPIRIES),
                it -> it.seatAt(JAYAPURA, DAY.plusDays(1)),
                it -> it.asking(CILEGON),
                it -> it.on(DAY.plusDays(1)),
                it -> it.in(Lane.REGULAR)))
        .containsExactly(
            new Refusal.WrongStatus(Status.CONFIRMED),
            new Refusal.RescheduleLimit(1),
            tooLate(JAYAPURA),
            new Refusal.NotOffered(),
            tooLate(CILEGON),
            new Refusal.OtherFee(false));
  }

  /**
   * As whoever stands like that may ask for any seat, none that is kept for the desk is offered.
   */
  @ParameterizedTest
  @EnumSource(names = {"READY", "AWAITING_PAYMENT", "CONFIRMED", "PAID_UNSCHEDULED"})
  void nobodyTakesWhatIsKeptForTheDesk(Status status) {
    Wishes siti =
        (status == Status.CONFIRMED || status == Status.PAID_UNSCHEDULED
                ? paid(status)
                : unpaid(status))
            .in(Lane.WALK_IN);
    assertThat(policy.refuses(siti.wish())).contains(new Refusal.NotOffered());
    assertThat(policy.refuses(siti.madeAtDeskOf(CILEGON).wish())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHECKED_IN", "COMPLETED", "NO_SHOW", "CANCELLED"})
  void whoHasComeOrHasItsEndTakesNone(Status status) {
    Optional<Refusal> refused = Optional.of(new Refusal.WrongStatus(status));
    assertThat(policy.refuses(unpaid(status).wish())).isEqualTo(refused);
    assertThat(policy.refuses(paid(status).wish())).isEqualTo(refused);
  }
}
