package id.antrean.payments;

import static id.antrean.memory.Samples.account;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Unavailable;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.memory.Calls;
import id.antrean.memory.Faults;
import id.antrean.senders.Aggregators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Never can a bill be paid by two codes at once, whatever crashes. */
class OneLiveCodeTest {
  private static final int CHANGES = 10_000;
  private static final PayOffer VA = new PayOffer(PayChannel.BANK_VA, "one", "BNI");
  private static final PayOffer QRIS = new PayOffer(PayChannel.QRIS, "two", null);
  private static final PayOffer SHOP = new PayOffer(PayChannel.INDOMARET, "one", null);
  private final Counter counter = new Counter(new MoneyComesAndGoesTest.Believed());
  private final Weather weather = new Weather();
  private final CodesAtAnAggregator one = new CodesAtAnAggregator("one", weather);
  private final CodesAtAnAggregator two = new CodesAtAnAggregator("two", weather);

  private final IssueCode issue =
      new IssueCode(
          counter.world.applications,
          counter.world.applications,
          new Aggregators(List.of(one, two)),
          counter.accept,
          new SpendAllowance((what, whose, window, times, limit) -> true, counter.world.time),
          new CodeWishes(counter.world.senderUses, counter.world.time),
          counter.world.time);

  /** What befalls the calls of an aggregator. */
  private static final class Weather implements Calls {
    Supplier<Fate> fate = () -> Fate.FAIR;
    Runnable meanwhile = () -> {};
    Runnable after = () -> {};

    @Override
    public <T> T make(String port, Supplier<T> work) {
      meanwhile.run();
      return switch (fate.get()) {
        case FAIR -> {
          T answer = work.get();
          after.run();
          yield answer;
        }
        case CRASH_BEFORE -> throw new Faults.Crash();
        case CRASH_AFTER -> {
          var _ = work.get();
          throw new Faults.Crash();
        }
      };
    }
  }

  private enum Fate {
    FAIR,
    CRASH_BEFORE,
    CRASH_AFTER
  }

  private Outcome<IssueCode.Payable> asks(PayOffer offer) {
    return asks(offer, Optional.empty());
  }

  private Outcome<IssueCode.Payable> asks(PayOffer offer, Optional<String> key) {
    return issue.issue(counter.siti.id(), offer, key, account("siti"));
  }

  private int payable() {
    return one.payable.size() + two.payable.size();
  }

  private static PaymentCode code(Outcome<IssueCode.Payable> outcome) {
    return ((Outcome.Done<IssueCode.Payable>) outcome).value().code();
  }

  @Test
  void aCodeIsThereAndTheSameAgainIsTheSame() {
    PaymentCode first = code(asks(VA));

    assertThat(first.code()).isEqualTo("pay-" + counter.code() + "-1");
    assertThat(code(asks(VA))).isEqualTo(first);
    assertThat(first.expiresAt()).isEqualTo(counter.application().booking().payBy().orElseThrow());
  }

  @Test
  void anotherChannelEndsTheFormerFirst() {
    asks(VA);
    weather.meanwhile = () -> assertThat(payable()).isLessThanOrEqualTo(1);

    assertThat(code(asks(QRIS)).attempt()).isEqualTo(2);
    assertThat(one.payable).isEmpty();
    assertThat(two.payable).hasSize(1);
  }

  @Test
  void aRepeatThatComesAfterAnotherChannelWasChosenEndsNothing() {
    Optional<String> key = Optional.of("key-of-the-first");
    PaymentCode first = code(asks(VA, key));
    assertThat(code(asks(VA, key))).isEqualTo(first);
    PaymentCode second = code(asks(QRIS, Optional.of("key-of-the-second")));

    assertThat(asks(VA, key)).isEqualTo(Outcome.refused(new Refusal.Overtaken(null)));
    assertThat(asks(QRIS, key)).isEqualTo(Outcome.refused(new Refusal.KeyReused()));
    assertThat(code(asks(QRIS))).isEqualTo(second);
  }

  @Test
  void aRepeatOfWhatFailedIsTriedAgain() {
    Optional<String> key = Optional.of("key-of-the-first");
    weather.fate = () -> Fate.CRASH_BEFORE;
    assertThat(crashes(() -> asks(VA, key))).isTrue();
    weather.fate = () -> Fate.FAIR;
    assertThat(asks(VA, key)).isEqualTo(Outcome.refused(new Refusal.Overtaken(null)));
    counter.world.pass(PaymentCode.STILL_ASKING);

    assertThat(code(asks(VA, key)).attempt()).isEqualTo(2);
  }

  @Test
  void whileTheFormerMayStillBeComingToLifeThereIsNoOther() {
    weather.fate = () -> Fate.CRASH_BEFORE;
    assertThat(crashes(() -> asks(VA))).isTrue();
    weather.fate = () -> Fate.FAIR;

    assertThat(asks(QRIS)).isInstanceOf(Outcome.Refused.class);
    counter.world.pass(PaymentCode.STILL_ASKING);
    assertThat(code(asks(QRIS)).attempt()).isEqualTo(2);
  }

  @Test
  void nobodyWhoHoldsNoSeatGetsACode() {
    counter.happens("hold expires");

    assertThat(asks(VA)).isInstanceOf(Outcome.Refused.class);
    counter.happens("pays");
    assertThat(asks(VA))
        .isEqualTo(
            Outcome.refused(new Refusal.AlreadyPaid(Refusal.AlreadyPaid.Instead.KEEP_MONEY)));
  }

  @Test
  void noTwoCanBePaidAfterTenThousandChangesWithCrashes() {
    Random random = new Random(2026_11_27);
    List<PayOffer> offers = List.of(VA, QRIS, SHOP);
    AtomicInteger nested = new AtomicInteger();
    weather.fate =
        () ->
            random.nextInt(4) > 0
                ? Fate.FAIR
                : random.nextBoolean() ? Fate.CRASH_BEFORE : Fate.CRASH_AFTER;
    weather.meanwhile =
        () -> {
          assertThat(payable()).isLessThanOrEqualTo(1);
          // Somebody else asks while the aggregator is being asked.
          if (nested.get() < 2 && random.nextInt(3) == 0) {
            nested.incrementAndGet();
            var _ = crashes(() -> asks(offers.get(random.nextInt(3))));
            nested.decrementAndGet();
          }
        };
    weather.after = () -> assertThat(payable()).isLessThanOrEqualTo(1);
    List<Integer> issued = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      var _ = crashes(() -> asks(offers.get(random.nextInt(3))));
      assertThat(payable()).as("after change %d", i).isLessThanOrEqualTo(1);
      issued.add(one.used.size() + two.used.size());
      counter.world.pass(Duration.ofMillis(random.nextInt(600)));
    }
    assertThat(issued.getLast()).as("codes that were made").isGreaterThan(50);
  }

  /** A control: where nobody waits for who may still be asking, two live at once. */
  @Test
  void withoutTheMinuteTwoCanBePaidAtOnce() {
    weather.meanwhile =
        new Runnable() {
          private boolean done;

          @Override
          public void run() {
            if (!done) {
              done = true;
              counter.world.pass(PaymentCode.STILL_ASKING);
              asks(QRIS);
            }
          }
        };
    AtomicInteger most = new AtomicInteger();
    weather.after = () -> most.accumulateAndGet(payable(), Math::max);

    asks(VA);

    assertThat(most).hasValue(2);
  }

  private static boolean crashes(Runnable deed) {
    try {
      deed.run();
      return false;
    } catch (Faults.Crash | Unavailable down) {
      return true;
    }
  }
}
