package id.antrean.payments;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.payment.Tariffs;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.gateway.Language;
import id.antrean.gateway.view.BillView;
import id.antrean.memory.Faults;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One application, and money that comes and goes for its bill, in words that a clerk would use. */
final class Counter {
  static final long FEE = 950_000;
  static final SessionId EIGHT = sessionId("08:00", Lane.REGULAR);

  final Faults faults = new Faults();
  final World world = new World(NOW, faults).has(CILEGON).has(session(EIGHT, 1));
  final Application siti = ready("siti");
  final AskSenderAgain again = new AskSenderAgain(world.payments, world.notifications, world.time);
  final ReceivePayment receive;
  final AcceptNotification accept;

  private final AtomicInteger codes = new AtomicInteger();
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode(String.format("8%014d", codes.incrementAndGet())),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 5, 3, 20, 30));
  private final Aggregator sender;

  Counter(Aggregator sender) {
    this.sender = sender;
    this.receive =
        new ReceivePayment(
            world.applications,
            world.payments,
            world.payments,
            world.applications,
            world.deadlines,
            world.seats,
            hold,
            world.time);
    this.accept = new AcceptNotification(receive, world.notifications, again);
    world.has(siti);
    holds();
  }

  /** Above that many rupiah it takes two people to decide. */
  ResolveException deciding(long above) {
    FindBilled billed = new FindBilled(world.payments, world.applications);
    return new ResolveException(
        world.payments,
        world.payments,
        world.applications,
        world.applications,
        world.deadlines,
        world.seats,
        billed,
        new MoveMoney(billed, world.senderUses, receive, world.time),
        receive,
        new SecondPerson(above),
        world.time);
  }

  /** Unpaid, of an application that waits for a seat. */
  String anotherBillOfTheSamePerson() {
    return billed(ready("siti-again", "siti", "siti"), "800000000000077");
  }

  String billOfSomebodyElse() {
    return billed(ready("budi"), "800000000000088");
  }

  private String billed(Application application, String code) {
    Fee fee = Tariffs.fee(application.dossier().passport(), Lane.REGULAR, NOW);
    world.has(application.billed(Bill.issue(new BillingCode(code), fee, NOW)));
    return code;
  }

  /** Whether that bill was paid. */
  boolean paid(String code) {
    return world.applications.all().stream()
        .flatMap(it -> it.booking().bills().stream())
        .anyMatch(bill -> bill.code().value().equals(code) && bill.state() == Bill.State.PAID);
  }

  /** The exceptions that are open, the oldest first. */
  List<NoticeId> open() {
    return world.payments.open(100, null).items();
  }

  SettleLater settleLater() {
    return new SettleLater(
        new Aggregators(List.of(sender)), accept, receive, world.payments, again);
  }

  Application application() {
    return world.see(siti.id());
  }

  JsonNode bill() {
    return new ObjectMapper()
        .valueToTree(BillView.of(application(), Language.ENGLISH).orElseThrow());
  }

  String code() {
    return application().booking().bills().getLast().code().value();
  }

  /** Exceptions, as a supervisor counts them. */
  long listed() {
    return world.payments.kept().stream().filter(it -> it.state() == State.EXCEPTION).count();
  }

  // ---- What happens ----

  void happens(String word) {
    switch (word) {
      case "holds" -> holds();
      case "cancels" ->
          assertThat(world.leaveSeat().cancel(siti.id(), account("siti"), null))
              .isInstanceOf(Outcome.Done.class);
      case "gives back" ->
          assertThat(world.leaveSeat().giveBack(siti.id(), account("siti"), null))
              .isInstanceOf(Outcome.Done.class);
      case "hold expires" -> expires();
      case "another takes the seat" -> anotherTakesTheSeat();
      case "day is over" -> world.pass(Duration.ofDays(60));
      case "pays" -> says(word, "p1", Kind.PAID, FEE);
      case "pays again" -> says(word, "p2", Kind.PAID, FEE);
      case "pays too little" -> says(word, "p3", Kind.PAID, FEE - 1);
      case "too little goes back" -> says(word, "p3", Kind.TAKEN_BACK, FEE - 1);
      case "second goes back" -> says(word, "p2", Kind.TAKEN_BACK, FEE);
      case "all goes back" -> says(word, "p1", Kind.TAKEN_BACK, FEE);
      case "400 go back" -> says(word, "p1", Kind.TAKEN_BACK, 400_000);
      case "550 go back" -> says(word, "p1", Kind.TAKEN_BACK, 550_000);
      case "is charged back" -> says(word, "p1", Kind.TAKEN_BACK, FEE);
      case "is pending" -> says(word, "p1", Kind.PENDING, FEE);
      case "has expired" -> says(word, "p1", Kind.EXPIRED, FEE);
      case "has failed" -> says(word, "p1", Kind.FAILED, FEE);
      default -> throw new IllegalArgumentException(word);
    }
  }

  /** The word is the notice's identity, so that saying it twice repeats the notice. */
  private void says(String word, String payment, Kind kind, long amount) {
    receives(
        new PaymentNotification(
            sender.name(), word, payment, code(), amount, -1, "IDR", kind, NOW, "QRIS", null));
  }

  StoredNotification receives(PaymentNotification notice) {
    return receive.receive(
        sender,
        notice,
        new RawNotification(sender.name(), "", notice.eventId(), world.time.instant()));
  }

  Outcome<Application> movesToNine() {
    SessionId nine = sessionId("09:00", Lane.REGULAR);
    world.has(session(nine, 1));
    return hold.hold(siti.id(), nine, account("siti"), null);
  }

  /** The seat costs more there, so that another bill is made; the former stays known. */
  void movesToADearerLane() {
    SessionId express = sessionId("07:30", Lane.EXPRESS);
    world.has(session(express, 1));
    assertThat(hold.hold(siti.id(), express, account("siti"), null))
        .isInstanceOf(Outcome.Done.class);
  }

  long events(Event.Kind event) {
    return application().timeline().recent().stream()
        .filter(it -> it.event().kind() == event)
        .count();
  }

  private void holds() {
    assertThat(hold.hold(siti.id(), EIGHT, account("siti"), null)).isInstanceOf(Outcome.Done.class);
  }

  private void expires() {
    Application held = application();
    Actor expiry = new Actor.Service("expiry");
    assertThat(
            world.applications.save(
                Change.of(held, Samples.expired(held, expiry, world.time.instant()))))
        .isEqualTo(new SaveApplication.Saved());
    world.seats.free(
        held.booking().seat().orElseThrow().session(), held.booking().seat().orElseThrow().hold());
  }

  private void anotherTakesTheSeat() {
    Application budi = ready("budi");
    world.has(budi);
    assertThat(hold.hold(budi.id(), EIGHT, account("budi"), null)).isInstanceOf(Outcome.Done.class);
  }
}
