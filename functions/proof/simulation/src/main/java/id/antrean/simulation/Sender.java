package id.antrean.simulation;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.memory.Calls;
import id.antrean.payments.AcceptNotification;
import id.antrean.senders.Aggregator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An aggregator: people pay it, and it tells us, in any order, until we answer, and sometimes once
 * more.
 */
final class Sender implements Aggregator, Caller {
  private final Calls calls;
  private final Clock clock;
  private final boolean asked;
  private final Map<String, PaymentNotification> said = new LinkedHashMap<>();
  private final List<Money> taken = new ArrayList<>();
  private final Set<String> back = new HashSet<>();
  private final List<String> untold = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int repeats;
  private @Nullable AcceptNotification accept;

  /** Money that somebody really paid. */
  record Money(String paymentId, String eventId, String reference, long amount) {}

  /**
   * @param asked whether its signature covers too little, so that it has to be asked before money
   *     counts
   * @param repeats how many notices it sends again though they were answered
   */
  Sender(Calls calls, Clock clock, boolean asked, int repeats) {
    this.calls = calls;
    this.clock = clock;
    this.asked = asked;
    this.repeats = repeats;
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
    String paymentId = "payment-" + (taken.size() + 1);
    String paid = paymentId + "-paid";
    taken.add(new Money(paymentId, paid, reference, amount));
    say(paid, paymentId, reference, amount, Kind.PAID);
    if (pendingFirst) {
      say(paymentId + "-pending", paymentId, reference, amount, Kind.PENDING);
    }
  }

  /** Somebody gets back what they paid; the notice of it may overtake that of the payment. */
  boolean givesBack(Choices choices) {
    List<Money> here = taken.stream().filter(money -> !wentBack(money)).toList();
    if (here.isEmpty()) {
      return false;
    }
    Money money = here.get(choices.number(here.size()));
    back.add(money.paymentId());
    say(
        money.paymentId() + "-back",
        money.paymentId(),
        money.reference(),
        money.amount(),
        Kind.TAKEN_BACK);
    return true;
  }

  boolean wentBack(Money money) {
    return back.contains(money.paymentId());
  }

  /** A bill is not paid after all. */
  void fails(String reference, long amount) {
    String paymentId = "attempt-" + (said.size() + 1);
    say(paymentId + "-failed", paymentId, reference, amount, Kind.FAILED);
  }

  private void say(String eventId, String paymentId, String reference, long amount, Kind kind) {
    said.put(
        eventId,
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
    untold.add(eventId);
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
    return (untold.hashCode() * 31 + told.size()) * 31 + repeats;
  }

  @Override
  public String name() {
    return "sender";
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
