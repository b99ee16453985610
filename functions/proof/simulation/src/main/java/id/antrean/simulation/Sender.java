package id.antrean.simulation;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.memory.Calls;
import id.antrean.payments.AcceptNotification;
import id.antrean.senders.Aggregator;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SettlementList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An aggregator: people pay it, and it tells us, in any order, until we answer, and sometimes once
 * more, or not at all. It makes codes to be paid by, can be asked about them, and lists what it
 * took in on a day.
 */
final class Sender implements Aggregator, Caller {
  private final String name;
  private final boolean makesCodes;
  private final Calls calls;
  private final Clock clock;
  private final boolean asked;
  private final Map<String, PaymentNotification> said = new LinkedHashMap<>();
  private final List<Money> taken = new ArrayList<>();
  private final Map<String, Long> back = new HashMap<>();
  private final SenderCodes codes;
  private final List<String> untold = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int repeats;
  private @Nullable AcceptNotification accept;

  /** Money that somebody really paid. */
  record Money(
      String sender,
      String paymentId,
      String eventId,
      String reference,
      long amount,
      Instant paidAt) {}

  /**
   * @param makesCodes whether it makes codes to be paid by
   * @param asked whether its signature covers too little, so that it has to be asked before money
   *     counts
   * @param repeats how many notices it sends again though they were answered
   */
  Sender(String name, boolean makesCodes, Calls calls, Clock clock, boolean asked, int repeats) {
    this.name = name;
    this.makesCodes = makesCodes;
    this.calls = calls;
    this.clock = clock;
    this.asked = asked;
    this.repeats = repeats;
    this.codes = new SenderCodes(calls, this);
  }

  void tells(AcceptNotification function) {
    this.accept = function;
  }

  List<Money> taken() {
    return taken;
  }

  /** Events that we answered, so that the sender may forget them. */
  List<String> told() {
    return told;
  }

  PaymentNotification said(String eventId) {
    return Optional.ofNullable(said.get(eventId)).orElseThrow();
  }

  /** Somebody pays. The notice of it and one that it is pending may come in any order. */
  void takes(String reference, long amount, boolean pendingFirst) {
    Money money = take(reference, amount);
    untold.add(money.eventId());
    if (pendingFirst) {
      String pending = money.paymentId() + "-pending";
      say(pending, money.paymentId(), reference, amount, Kind.PENDING);
      untold.add(pending);
    }
  }

  /** Somebody pays, and no notice of it ever comes. */
  void takesAndForgetsToTell(String reference, long amount) {
    var _ = take(reference, amount);
  }

  /** Somebody pays by one of the codes that are alive; false when there is none. */
  boolean takesByCode(Choices choices) {
    List<SenderCodes.Made> payable = codes.payable(clock.instant());
    if (payable.isEmpty()) {
      return false;
    }
    SenderCodes.Made code = payable.get(choices.number(payable.size()));
    Money money = take(code.bill().value(), code.amount());
    codes.isPaid(code, money);
    if (choices.number(2) == 0) {
      untold.add(money.eventId());
    }
    return true;
  }

  private Money take(String reference, long amount) {
    String paymentId = name + "-payment-" + (taken.size() + 1);
    Money money =
        new Money(name, paymentId, paymentId + "-paid", reference, amount, clock.instant());
    taken.add(money);
    say(money.eventId(), paymentId, reference, amount, Kind.PAID);
    return money;
  }

  /** Some or all of what came goes back; the notice of it may overtake that of the payment. */
  boolean givesBack(Choices choices) {
    List<Money> here = taken.stream().filter(money -> !wentBack(money)).toList();
    if (here.isEmpty()) {
      return false;
    }
    Money money = here.get(choices.number(here.size()));
    long before = returned(money);
    long left = money.amount() - before;
    long now = before == 0 && choices.number(2) == 0 ? money.amount() / 3 : left;
    back.put(money.paymentId(), before + now);
    String event = money.paymentId() + "-back-" + (before == 0 ? 1 : 2);
    say(event, money.paymentId(), money.reference(), now, Kind.TAKEN_BACK);
    untold.add(event);
    return true;
  }

  /** What went back of it, in whole rupiah. */
  long returned(Money money) {
    return back.getOrDefault(money.paymentId(), 0L);
  }

  /** Whether all of it did. */
  boolean wentBack(Money money) {
    return returned(money) == money.amount();
  }

  /** Money for that reference that has not gone back. */
  List<Money> here(String reference) {
    return taken.stream()
        .filter(money -> money.reference().equals(reference) && !wentBack(money))
        .toList();
  }

  /** What it answers to whoever asks: the notice that it sends, or one of another identity. */
  RawNotification tellsWhenAsked(Money money) {
    String event = asked ? money.eventId() : money.paymentId() + "-seen";
    say(event, money.paymentId(), money.reference(), money.amount(), Kind.PAID);
    return new RawNotification(name(), "", event, clock.instant());
  }

  /** A bill is not paid after all. */
  void fails(String reference, long amount) {
    String paymentId = name + "-attempt-" + (said.size() + 1);
    String event = paymentId + "-failed";
    say(event, paymentId, reference, amount, Kind.FAILED);
    untold.add(event);
  }

  private void say(String eventId, String paymentId, String reference, long amount, Kind kind) {
    said.computeIfAbsent(
        eventId,
        _ ->
            new PaymentNotification(
                name(),
                eventId,
                paymentId,
                reference,
                amount,
                PaymentNotification.NOT_TOLD,
                "IDR",
                kind,
                clock.instant(),
                "va",
                null));
  }

  @Override
  public List<Call> next() {
    return untold.isEmpty() ? List.of() : untold.stream().map(this::call).toList();
  }

  private Call call(String eventId) {
    RawNotification raw = new RawNotification(name(), "", eventId, clock.instant());
    return new Call(
        () -> "aggregator: " + eventId,
        () -> untold.remove(eventId),
        () -> {
          var _ = Optional.ofNullable(accept).orElseThrow().accept(this, raw);
        },
        ending -> {
          if (!ending.answered()) {
            untold.add(eventId);
            return;
          }
          told.add(eventId);
          if (repeats > 0) {
            repeats--;
            untold.add(eventId);
          }
        });
  }

  @Override
  public int standing() {
    return ((untold.hashCode() * 31 + told.size()) * 31 + repeats) * 31 + codes.standing();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PayableCodes> codes() {
    return makesCodes ? Optional.of(codes) : Optional.empty();
  }

  /** Those that somebody could pay now. */
  List<SenderCodes.Made> payableCodes() {
    return codes.payable(clock.instant());
  }

  /** Whether it has money for that bill by a code of its own. */
  boolean hasMoneyByCode(BillingCode bill) {
    return !codes.takenFor(bill).isEmpty();
  }

  // ---- Its list of a day: the payments on it, one a line ----

  Optional<String> listOf(LocalDate day) {
    return Optional.of(
        taken.stream()
            .filter(
                money -> money.paidAt().atZone(EffectiveDated.JAKARTA).toLocalDate().equals(day))
            .map(Money::paymentId)
            .collect(Collectors.joining("\n")));
  }

  @Override
  public Optional<SettlementList> settlementList() {
    return Optional.of(
        new SettlementList() {
          @Override
          public Optional<List<ListedPayment>> read(String text) {
            return Optional.of(text.lines().map(Sender.this::listed).toList());
          }

          @Override
          public RawNotification asTold(ListedPayment payment, Instant now) {
            return tellsWhenAsked(money(payment.paymentId()));
          }
        });
  }

  private ListedPayment listed(String paymentId) {
    Money money = money(paymentId);
    return new ListedPayment(
        paymentId, money.reference(), money.amount(), "IDR", money.paidAt(), null);
  }

  private Money money(String paymentId) {
    return taken.stream()
        .filter(money -> money.paymentId().equals(paymentId))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean signsEverything() {
    return !asked;
  }

  @Override
  public Translation translate(RawNotification raw) {
    return new Understood(said(raw.body()));
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    try {
      return calls.make("status", () -> new Confirmed(claimed));
    } catch (Unavailable silent) {
      return new NoAnswer();
    }
  }
}
