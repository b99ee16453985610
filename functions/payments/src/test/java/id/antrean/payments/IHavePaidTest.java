package id.antrean.payments;

import static id.antrean.memory.Samples.account;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.EventLog;
import id.antrean.memory.MemoryUses;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import id.antrean.senders.PayableCodes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody says that they have paid: the aggregators are asked now. */
class IHavePaidTest {
  private final Shop shop = new Shop();
  private final Counter counter = new Counter(new MoneyComesAndGoesTest.Believed());
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final CheckBill check = check(counter, shop);

  private CheckBill check(Counter counter, Aggregator sender) {
    return new CheckBill(
        counter.world.applications,
        counter.world.payments,
        new Aggregators(List.of(sender)),
        counter.receive,
        counter.accept,
        new SpendAllowance(new MemoryUses(), counter.world.time),
        new EventLog(
            new PrintStream(log, true, StandardCharsets.UTF_8), counter.world.time, "tried"),
        counter.world.time);
  }

  /** An aggregator that has money, or has none, and counts who asks. */
  private static final class Shop implements Aggregator, PayableCodes {
    private final List<String> asked = new ArrayList<>();
    private boolean paid;

    @Override
    public String name() {
      return "shop";
    }

    @Override
    public Optional<PayableCodes> codes() {
      return Optional.of(this);
    }

    @Override
    public boolean signsEverything() {
      return true;
    }

    @Override
    public Issued issue(Wanted code, Instant now) {
      return new Given("1", null, null);
    }

    @Override
    public Ended end(Wanted code, Instant now) {
      return new Gone();
    }

    @Override
    public Seen see(Wanted code, Instant now) {
      return seen(code.reference(), now);
    }

    @Override
    public Seen seeBill(BillingCode bill, Instant now) {
      return seen(bill.value(), now);
    }

    private Seen seen(String reference, Instant now) {
      asked.add(reference);
      return paid
          ? new Paid(new RawNotification(name(), "seen", reference.split("-", 2)[0], now))
          : new Unpaid();
    }

    @Override
    public Translation translate(RawNotification raw) {
      return new Understood(
          new PaymentNotification(
              name(),
              "seen",
              "p9",
              raw.body(),
              Counter.FEE,
              PaymentNotification.NOT_TOLD,
              "IDR",
              PaymentNotification.Kind.PAID,
              raw.receivedAt(),
              null,
              null));
    }

    @Override
    public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
      return new Confirmed(claimed);
    }
  }

  private Outcome<Application> says() {
    return check.check(counter.siti.id(), account("siti"));
  }

  @Test
  void moneyThatNobodyToldOfIsFound() {
    shop.paid = true;

    assertThat(says()).isInstanceOf(Outcome.Done.class);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(shop.asked).containsExactly(counter.code());
    assertThat(log.toString(StandardCharsets.UTF_8))
        .as("of a sender that does not tell what it has somebody has to know")
        .contains("\"UntoldPayments\":1", "\"aggregator\":\"shop\"");
  }

  @Test
  void whereThereIsNoneNothingChanges() {
    Application before = counter.application();

    assertThat(says()).isEqualTo(Outcome.done(before));
    assertThat(counter.application()).isEqualTo(before);
    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void onceInThirtySeconds() {
    says();
    assertThat(says())
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.why()).isInstanceOf(Refusal.TooManyRequests.class));
    assertThat(shop.asked).hasSize(1);

    counter.world.pass(Duration.ofSeconds(30));
    assertThat(says()).isInstanceOf(Outcome.Done.class);
    assertThat(shop.asked).hasSize(2);
  }

  @Test
  void nobodyIsAskedAboutWhatIsPaid() {
    counter.happens("pays");

    assertThat(says()).isEqualTo(Outcome.done(counter.application()));
    assertThat(says()).isEqualTo(Outcome.done(counter.application()));
    assertThat(shop.asked).isEmpty();
  }

  @Test
  void nobodyElseFindsOut() {
    assertThat(check.check(counter.siti.id(), account("budi")))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
    assertThat(shop.asked).isEmpty();
  }

  @Test
  void whatWaitsForItsSenderIsAskedAboutNow() {
    AskedSender sender = new AskedSender();
    sender.agrees = false;
    Counter waiting = new Counter(sender);
    waiting.happens("pays");
    assertThat(waiting.application().status()).isEqualTo(Status.AWAITING_PAYMENT);
    sender.agrees = true;

    check(waiting, sender).check(waiting.siti.id(), account("siti"));

    assertThat(waiting.application().status()).isEqualTo(Status.CONFIRMED);
  }
}
