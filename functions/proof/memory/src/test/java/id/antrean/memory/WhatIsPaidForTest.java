package id.antrean.memory;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.paid;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.passport.PassportRequest.Kind;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.Tariffs;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.settlement.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two passports may cost the same. A bill is for one of them. */
class WhatIsPaidForTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final SessionId NINE = sessionId("09:00", Lane.REGULAR);
  private static final PassportRequest TEN_YEARS =
      new PassportRequest(Kind.NEW, PassportRequest.Type.ORDINARY, 10);
  private static final PassportRequest WITH_CHIP =
      new PassportRequest(Kind.NEW, PassportRequest.Type.ELECTRONIC, 5);
  private static final Instant UNDER_THE_FORMER_TARIFF = Instant.parse("2024-12-01T00:00:00Z");

  private final World world =
      new World(NOW, new Faults()).has(CILEGON).has(session(EIGHT, 5)).has(session(NINE, 5));
  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 5, 3, 20, 30));
  private final LeaveSeat leave = world.leaveSeat();
  private final Application siti = corrected(ready("siti"), TEN_YEARS);

  private static Application corrected(Application application, PassportRequest passport) {
    return application.correct(
        passport,
        application.dossier().applicant(),
        application.dossier().identity(),
        account("siti"),
        NOW);
  }

  private Outcome<Application> hold(SessionId session) {
    return hold.hold(siti.id(), session, account("siti"), null);
  }

  private Application held(SessionId session) {
    assertThat(hold(session)).isInstanceOf(Outcome.Done.class);
    return world.see(siti.id());
  }

  private void save(Application before, Application after) {
    assertThat(world.applications.save(Change.of(before, after)))
        .isInstanceOf(SaveApplication.Saved.class);
  }

  /** Holds a seat for ten years, gives it back, and wants the chip instead. */
  private Application changedMind() {
    world.has(siti);
    held(EIGHT);
    assertThat(leave.giveBack(siti.id(), account("siti"), null)).isInstanceOf(Outcome.Done.class);
    Application back = world.see(siti.id());
    save(back, corrected(back, WITH_CHIP));
    return held(EIGHT);
  }

  private static List<Tariffs.Item> lines(Bill bill) {
    return bill.fee().lines().stream().map(Fee.Line::item).toList();
  }

  @Test
  void twoPassportsOfTheSamePriceHaveBillsOfTheirOwn() {
    assertThat(Tariffs.fee(TEN_YEARS, Lane.REGULAR, NOW).amount())
        .isEqualTo(Tariffs.fee(WITH_CHIP, Lane.REGULAR, NOW).amount());
    Application held = changedMind();
    assertThat(held.booking().bills())
        .extracting(Bill::state)
        .containsExactly(Bill.State.VOID, Bill.State.OPEN);
    assertThat(lines(held.booking().bill().orElseThrow()))
        .containsExactly(Tariffs.Item.ELECTRONIC_5);
  }

  @Test
  void moneyForTheOtherPassportIsTakenButKeepsNoSeat() {
    Application held = changedMind();
    Bill old = held.booking().bills().getFirst();
    assertThat(Settlement.of(held.booking(), paid(old, "p1"), NOW))
        .isInstanceOfSatisfying(
            Settlement.Settles.class,
            it -> {
              assertThat(it.bill()).isEqualTo(old);
              assertThat(it.keepsSeat()).isFalse();
            });
  }

  @Test
  void moneyForTheSamePassportAtItsFormerPriceKeepsTheSeat() {
    world.has(siti);
    Application held = held(EIGHT);
    Fee former = Tariffs.fee(TEN_YEARS, Lane.REGULAR, UNDER_THE_FORMER_TARIFF);
    Bill old = Bill.issue(new BillingCode("800000000000099"), former, UNDER_THE_FORMER_TARIFF);
    Bill due = held.booking().bill().orElseThrow();
    assertThat(old.amount()).isNotEqualTo(due.amount());
    Application both = held.billed(old).billed(due);
    assertThat(Settlement.of(both.booking(), paid(old, "p1"), NOW))
        .isInstanceOfSatisfying(
            Settlement.Settles.class, it -> assertThat(it.keepsSeat()).isTrue());
  }

  @Test
  void whoHasPaidChoosesAgainAfterThePriceHasChanged() {
    Fee former = Tariffs.fee(TEN_YEARS, Lane.REGULAR, UNDER_THE_FORMER_TARIFF);
    Application paid = paidFor(former);
    assertThat(paid.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(held(NINE).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whoHasPaidForAnotherPassportAsksForThatOneAgain() {
    Application paid = paidFor(Tariffs.fee(WITH_CHIP, Lane.REGULAR, NOW));
    assertThat(paid.isPaidForAnother()).isTrue();
    Application asked = paid.askForWhatIsPaid(WITH_CHIP, account("siti"), NOW);
    assertThat(asked.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    save(paid, asked);
    assertThat(held(NINE).status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void whereThePassportThatWasPaidForNeedsOtherPapersTheyComeFirst() {
    PassportRequest lost = new PassportRequest(Kind.LOST, PassportRequest.Type.ORDINARY, 10);
    Application paid = paidFor(Tariffs.fee(lost, Lane.REGULAR, NOW));
    Application asked = paid.askForWhatIsPaid(lost, account("siti"), NOW);
    assertThat(asked.status()).isEqualTo(Status.DRAFT);
    assertThat(asked.booking().paidBill()).isPresent();
  }

  private Application paidFor(Fee fee) {
    Bill bill = Bill.issue(new BillingCode("800000000000099"), fee, NOW);
    Bill.Payment payment = new Bill.Payment("bank", "p1", null, NOW, null);
    Application paid =
        siti.billed(bill).pay(bill, payment, false, new Actor.Service("payments"), NOW);
    world.has(paid);
    return paid;
  }
}
