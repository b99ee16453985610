package id.antrean.bench;

import id.antrean.bench.Answer.Fate;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.gateway.Request;
import id.antrean.memory.Samples;
import id.antrean.payments.ReceivePayment;
import id.antrean.senders.Aggregator.Understood;
import id.antrean.senders.WebhookSender.Authentic;
import id.antrean.senders.standard.StandardWebhooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Money told by webhooks: verified, translated and settled by what the payments function does it
 * by, beside a bare transaction of two items on the same store; and what a signature costs.
 */
record Webhooks(Path home, Progress progress) {
  private static final int PAYMENTS = 2000;
  private static final int QUOTA = 100;
  private static final int THREADS = 8;
  private static final int SIGNATURES = 20_000;

  /** As much as a notification with its headers takes. */
  private static final String BODY = "x".repeat(600);

  List<String> measure() {
    progress.tell("Starting the store …");
    try (Store store = Store.start(home)) {
      List<String> lines = new ArrayList<>(payments(store));
      lines.addAll(signatures());
      return lines;
    }
  }

  private List<String> payments(Store store) {
    Booking booking = Booking.on(store, Offices.numbered(1));
    progress.tell("%,d people hold a seat …".formatted(PAYMENTS));
    List<Application> held = held(store, booking);
    StandardWebhooks sender = SignedNotices.standard();
    List<Request> webhooks =
        held.stream().map(application -> webhook(application, booking)).toList();
    ReceivePayment receive = booking.receivePayment();
    Contest contest = new Contest(store.meter(), THREADS);
    IntFunction<Fate> settle = number -> settled(sender, webhooks.get(number), receive, booking);
    progress.tell("They pay, %d at once, beside a bare transaction …".formatted(THREADS));
    int half = PAYMENTS / 2;
    // Both warm up on the first half; the second is what counts.
    measured(contest, half, settle);
    measured(contest, half, number -> bare(store, number));
    return List.of(
        measured(contest, half, number -> settle.apply(half + number)).told("settled"),
        measured(contest, half, number -> bare(store, half + number)).told("bare"),
        measured(contest, half, settle).told("repeats"));
  }

  private static Request webhook(Application application, Booking booking) {
    Bill bill = application.booking().bill().orElseThrow();
    return SignedNotices.paid(
        "pay-" + application.id(), bill.code().value(), bill.amount(), booking.clock().instant());
  }

  private static Fate settled(
      StandardWebhooks sender, Request webhook, ReceivePayment receive, Booking booking) {
    if (sender.verify(webhook, booking.clock().instant()) instanceof Authentic(RawNotification raw)
        && sender.translate(raw) instanceof Understood(var notification)) {
      return receive.receive(sender, notification, raw).state() == State.SETTLED
          ? Fate.WON
          : Fate.REFUSED;
    }
    throw new IllegalStateException("a notification was not believed");
  }

  /** A notice that is not there yet, and an application under a condition: nothing is read. */
  private static Fate bare(Store store, int number) {
    TransactWriteItem notice =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(store.paymentsTable())
                        .item(
                            Map.of(
                                "billingCode", text("bare-" + number),
                                "part", text("notice"),
                                "body", text(BODY)))
                        .conditionExpression("attribute_not_exists(billingCode)"))
            .build();
    TransactWriteItem application =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(store.applicationsTable())
                        .key(Map.of("id", text("bare-" + number), "part", text("application")))
                        .updateExpression("SET body = :body")
                        .conditionExpression("attribute_not_exists(version)")
                        .expressionAttributeValues(Map.of(":body", text(BODY))))
            .build();
    store.dynamo().transactWriteItems(write -> write.transactItems(List.of(notice, application)));
    return Fate.WON;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static List<Application> held(Store store, Booking booking) {
    Office office = booking.offices().all().getFirst();
    Sessions sessions = new Sessions(store);
    List<SessionId> days =
        IntStream.range(0, PAYMENTS / QUOTA)
            .mapToObj(_ -> sessions.opens(office, QUOTA, Samples.NOW))
            .toList();
    HoldSeat hold = booking.holdSeat();
    return IntStream.range(0, PAYMENTS)
        .parallel()
        .mapToObj(number -> held(store, hold, number, days.get(number / QUOTA)))
        .toList();
  }

  private static Application held(Store store, HoldSeat hold, int number, SessionId session) {
    Application ready = Samples.ready("payer" + number);
    store.saves().create(ready);
    if (hold.hold(ready.id(), session, Samples.account("payer" + number), null)
        instanceof Outcome.Done<Application>(Application held)) {
      return held;
    }
    throw new IllegalStateException("nobody else wanted that seat");
  }

  private record Measured(double seconds, List<Answer> answers) {
    String told(String what) {
      double units =
          answers.stream()
              .flatMap(answer -> answer.calls().stream())
              .mapToDouble(StoreCall::units)
              .sum();
      long calls = answers.stream().mapToLong(answer -> answer.calls().size()).sum();
      return "%-9s %,6.0f a second, %.1f units in %.1f calls each, %d of %d"
          .formatted(
              what,
              answers.size() / seconds,
              units / answers.size(),
              (double) calls / answers.size(),
              answers.stream().filter(Answer::won).count(),
              answers.size());
    }
  }

  private static Measured measured(Contest contest, int times, IntFunction<Fate> work) {
    long began = System.nanoTime();
    List<Answer> answers = contest.atOnce(times, work);
    return new Measured((System.nanoTime() - began) / 1e9, answers);
  }

  // ---- Signatures ----

  private List<String> signatures() {
    progress.tell("%,d signatures of each sender …".formatted(SIGNATURES));
    return SignedNotices.ofEach(Samples.NOW).stream().map(Webhooks::signature).toList();
  }

  private static String signature(SignedNotices.Signed signed) {
    verify(signed);
    long began = System.nanoTime();
    verify(signed);
    double each = (System.nanoTime() - began) / 1e3 / SIGNATURES;
    return "%-9s %,6.1f microseconds to verify".formatted(signed.sender().name(), each);
  }

  private static void verify(SignedNotices.Signed signed) {
    for (int i = 0; i < SIGNATURES; i++) {
      if (!(signed.sender().verify(signed.webhook(), Samples.NOW) instanceof Authentic)) {
        throw new IllegalStateException(signed.sender().name() + " does not believe its own");
      }
    }
  }
}
