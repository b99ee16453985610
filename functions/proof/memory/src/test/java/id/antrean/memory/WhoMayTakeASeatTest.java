package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.settlement.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A request for a seat asks who may take it, by the clock, the office and the money as they are.
 * What is answered to whom, the rules' own tests say.
 */
class WhoMayTakeASeatTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final SessionId EXPRESS = sessionId("08:00", Lane.EXPRESS);
  private static final Instant CUT_OFF = CILEGON.cutOff(EIGHT.date());
  private static final Refusal TOO_LATE = new Refusal.TooLate(CUT_OFF.atZone(CILEGON.zone()));

  /** Makes passports, and none such as these people want. */
  private static final Office ELSEWHERE =
      Samples.office(
          "SBY",
          "Asia/Jakarta",
          1,
          List.of(
              new Office.Service(
                  PassportRequest.Type.ORDINARY,
                  List.of(PassportRequest.Kind.NEW),
                  List.of(Lane.REGULAR))));

  private static final SessionId THERE =
      new SessionId(new OfficeId("SBY"), EIGHT.date(), EIGHT.start(), Lane.REGULAR);

  private final World world =
      new World(NOW, new Faults())
          .has(CILEGON)
          .has(ELSEWHERE)
          .has(session(EIGHT, 5))
          .has(session(NINE, 5))
          .has(session(EXPRESS, 5))
          .has(session(ELSEWHERE, THERE, 5));
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 5, 3, 20, 30));
  private final Application siti = ready("siti");

  private Outcome<Application> asksFor(SessionId session) {
    return hold.hold(siti.id(), session, account("siti"), null);
  }

  private Application takes(SessionId session) {
    assertThat(asksFor(session)).isInstanceOf(Outcome.Done.class);
    return world.see(siti.id());
  }

  private void isRefused(SessionId session, Refusal why) {
    int taken = world.see(session).seats().size();
    assertThat(asksFor(session)).isEqualTo(Outcome.refused(why));
    assertThat(world.see(session).seats()).hasSize(taken);
  }

  private Application happens(Application before, Application after) {
    assertThat(world.applications.save(Change.of(before, after)))
        .isInstanceOf(SaveApplication.Saved.class);
    return after;
  }

  private Application pays() {
    Application now = world.see(siti.id());
    Settlement.Settles money =
        (Settlement.Settles)
            Settlement.of(
                now.booking(), Samples.paid(now.booking().bill().orElseThrow(), "p1"), NOW);
    return happens(
        now,
        now.pay(
            money.bill(), money.payment(), money.keepsSeat(), new Actor.Service("payments"), NOW));
  }

  private Application paidWithoutASeat() {
    world.has(siti);
    takes(EIGHT);
    pays();
    assertThat(
            world
                .reopenBooking()
                .reopen(
                    siti.id(),
                    "the network was down",
                    new Actor.Staff("supervisor", "sri", CILEGON.id()),
                    null))
        .isInstanceOf(Outcome.Done.class);
    Application open = world.see(siti.id());
    assertThat(open.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    return open;
  }

  private void reach(Instant moment) {
    world.pass(Duration.between(world.time.instant(), moment));
  }

  @Test
  void aSeatIsTakenUntilTheDayBefore() {
    world.has(siti);
    reach(CUT_OFF);
    isRefused(EIGHT, TOO_LATE);
    reach(CUT_OFF.minusMillis(1));
    assertThat(takes(EIGHT).status()).isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void nobodyTakesASeatAtAnOfficeThatDoesNotMakeTheirPassport() {
    world.has(siti);
    isRefused(THERE, new Refusal.NotOffered());
    takes(EIGHT);
    isRefused(THERE, new Refusal.NotOffered());
    pays();
    isRefused(THERE, new Refusal.NotOffered());
  }

  @Test
  void whoHasPaidStaysInTheLaneThatIsPaidFor() {
    paidWithoutASeat();
    isRefused(EXPRESS, new Refusal.OtherFee(false));
    takes(EIGHT);
    isRefused(EXPRESS, new Refusal.OtherFee(false));
  }

  @Test
  void aSeatWhoseMoneyWasTakenBackIsMovedNowhere() {
    world.has(siti);
    takes(EIGHT);
    Application paid = pays();
    Bill bill = paid.booking().paidBill().orElseThrow();
    Settlement.TakesBack back =
        (Settlement.TakesBack) Settlement.of(paid.booking(), takenBack(bill), NOW);
    happens(
        paid,
        paid.giveMoneyBack(
            back.bill(), back.receipt(), back.paidNoMore(), new Actor.Service("payments"), NOW));
    isRefused(NINE, new Refusal.WrongStatus(Status.CONFIRMED));
  }

  private static PaymentNotification takenBack(Bill bill) {
    return new PaymentNotification(
        "bank",
        "notice-back",
        "p1",
        bill.code().value(),
        bill.amount(),
        bill.amount(),
        "IDR",
        PaymentNotification.Kind.TAKEN_BACK,
        NOW,
        null,
        null);
  }

  @Test
  void aSessionThatNoOfficeHasIsUnknown() {
    world.has(siti);
    SessionId nowhere =
        new SessionId(new OfficeId("XXX"), EIGHT.date(), EIGHT.start(), Lane.REGULAR);
    assertThat(asksFor(nowhere)).isEqualTo(Outcome.refused(new Refusal.UnknownSession()));
    assertThat(asksFor(sessionId("10:00", Lane.REGULAR)))
        .isEqualTo(Outcome.refused(new Refusal.UnknownSession()));
  }
}
