package id.antrean.expiry;

import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication.Saved;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.memory.World;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import id.antrean.senders.PayableCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever gave out a code is asked before its hold expires, and told when it is over. */
class AskingBeforeExpiringTest {
  private static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);
  private static final Duration DUE = Holds.WINDOW.plus(Holds.GRACE);
  private final Bank bank = new Bank();
  private final Holds holds = Holds.asking(new Aggregators(List.of(bank)), session(EIGHT, 1));
  private final World world = holds.world;
  private Application siti = ready("siti");

  /** An aggregator with a code that is seen as the test wants. */
  private static final class Bank implements Aggregator, PayableCodes {
    Seen seen = new Unpaid();
    Ended ending = new Gone();
    final List<String> ended = new ArrayList<>();
    int asked;

    @Override
    public String name() {
      return "bank";
    }

    @Override
    public Optional<PayableCodes> codes() {
      return Optional.of(this);
    }

    @Override
    public Issued issue(Wanted code, Instant now) {
      return new Declined();
    }

    @Override
    public Ended end(Wanted code, Instant now) {
      ended.add(code.reference());
      return ending;
    }

    @Override
    public Seen see(Wanted code, Instant now) {
      asked++;
      return seen;
    }

    @Override
    public boolean signsEverything() {
      return true;
    }

    @Override
    public Translation translate(RawNotification raw) {
      return new NoPayment();
    }

    @Override
    public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
      return new Confirmed(claimed);
    }
  }

  @BeforeEach
  void aSeatIsHeldAndACodeGivenOut() {
    Application held = holds.held(siti, "siti", EIGHT);
    Bill bill = held.booking().bill().orElseThrow();
    Instant payBy = held.booking().payBy().orElseThrow();
    Bill asking =
        bill.asking(new PayOffer(PayChannel.QRIS, "bank", null), world.time.instant(), payBy);
    PaymentCode code = asking.paymentCode();
    assertThat(code).isNotNull();
    siti = held.billNoted(asking.with(code.live("123", null, null, world.time.instant())));
    assertThat(world.applications.save(Change.of(held, siti))).isInstanceOf(Saved.class);
  }

  private void comesUp(Duration after) {
    world.pass(after);
    holds.lookAfter.on(new HoldMessage(siti.booking().seat().orElseThrow().hold(), EIGHT));
  }

  private Status status() {
    return world.see(siti.id()).status();
  }

  @Test
  void moneyThatItHasIsHandedOnAndTheHoldWaitsForIt() {
    bank.seen = new PayableCodes.Paid(new RawNotification("bank", "", "paid", Instant.EPOCH));

    comesUp(DUE);

    assertThat(status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(world.notifications.queue.waiting()).hasSize(1);
    assertThat(bank.ended).isEmpty();
  }

  @Test
  void whoDoesNotAnswerPostponesItButNotForEver() {
    bank.seen = new PayableCodes.Silent();

    comesUp(DUE);
    assertThat(status()).isEqualTo(Status.AWAITING_PAYMENT);

    comesUp(Holds.TIMING.patienceWithSenders().minusSeconds(1));
    assertThat(status()).isEqualTo(Status.AWAITING_PAYMENT);

    comesUp(Duration.ofSeconds(1));
    assertThat(status()).isEqualTo(Status.READY);
  }

  @Test
  void aHoldThatWaitsHasItsMessageUnderWay() {
    bank.seen = new PayableCodes.Silent();
    world.deadlines.queue.lose();

    comesUp(DUE);

    assertThat(world.deadlines.queue.waiting()).hasSize(1);
  }

  @Test
  void whereNoMoneyIsItExpiresAndItsCodeIsEnded() {
    comesUp(DUE);

    assertThat(status()).isEqualTo(Status.READY);
    assertThat(bank.ended).containsExactly(code() + "-1");
    assertThat(world.see(siti.id()).booking().bills().getFirst().paymentCode())
        .satisfies(it -> assertThat(it.mayBePaid()).isFalse());
  }

  @Test
  void whoGivesTheSeatBackHasTheCodeEndedByTheArmedMessage() {
    assertThat(world.leaveSeat().giveBack(siti.id(), account("siti"), null))
        .isInstanceOf(Outcome.Done.class);

    comesUp(Duration.ofMinutes(15));
    comesUp(Duration.ofMinutes(1));

    assertThat(bank.ended).as("once").containsExactly(code() + "-1");
  }

  @Test
  void whatIsLeftPayableByAStepIsEndedAtOnce() {
    world.deadlines.queue.lose();

    assertThat(world.leaveSeat().cancel(siti.id(), account("siti"), null))
        .isInstanceOf(Outcome.Done.class);

    assertThat(world.deadlines.queue.takeArrived()).hasSize(1).allSatisfy(holds.lookAfter::on);
    assertThat(bank.ended).containsExactly(code() + "-1");
  }

  @Test
  void aCodeOfABillThatWasReplacedIsEndedWhileTheSeatIsHeld() {
    SessionId express = sessionId("07:30", Lane.EXPRESS);
    world.has(session(express, 1));
    world.deadlines.queue.lose();

    Application moved = holds.held(siti, "siti", express);

    assertThat(world.deadlines.queue.takeArrived()).hasSize(1).allSatisfy(holds.lookAfter::on);
    assertThat(bank.ended).containsExactly(code() + "-1");
    assertThat(status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(world.see(siti.id()).booking().seat()).isEqualTo(moved.booking().seat());
  }

  @Test
  void whileItCannotBeEndedTheMessageComesAgain() {
    bank.ending = new PayableCodes.Silent();
    world.deadlines.queue.lose();

    comesUp(DUE);

    assertThat(status()).isEqualTo(Status.READY);
    assertThat(world.deadlines.queue.waiting()).hasSize(1);
  }

  @Test
  void beforeItIsDueNobodyIsAsked() {
    comesUp(Holds.WINDOW);

    assertThat(bank.asked).isZero();
  }

  private String code() {
    return siti.booking().bills().getFirst().code().value();
  }
}
