package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.memory.Samples;
import id.antrean.senders.Aggregator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@code functions/payments/README.md}, line by line. */
class MoneyComesAndGoesTest {
  private static final Pattern ONLY_MONEY = Pattern.compile("(?!.*(hold|cancel|gives|day)).*");
  private final Counter counter = new Counter(new Believed());

  /** A sender whose signature covers everything. */
  record Believed() implements Aggregator {

    @Override
    public String name() {
      return "bank";
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

  /**
   * What happens after the seat is held, how the application and its bill stand then, what is said
   * of money that is due or went back, and how many notices a supervisor has to look at.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "pays                                                | CONFIRMED        | PAID       |                    | 0",
        "pays, pays                                          | CONFIRMED        | PAID       |                    | 0",
        "is pending, pays                                    | CONFIRMED        | PAID       |                    | 0",
        "pays, is pending                                    | CONFIRMED        | PAID       |                    | 0",
        "has expired, pays                                   | CONFIRMED        | PAID       |                    | 0",
        "pays, has expired                                   | CONFIRMED        | PAID       |                    | 0",
        "has failed, pays                                    | CONFIRMED        | PAID       |                    | 0",
        "pays, has failed                                    | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 1",
        "pays, all goes back                                 | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 1",
        "pays, all goes back, all goes back                  | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 1",
        "all goes back, pays                                 | AWAITING_PAYMENT | UNPAID     | REFUNDED 950000    | 2",
        "all goes back, pays, pays again                     | CONFIRMED        | PAID       | REFUNDED 950000    | 2",
        "pays, 400 go back                                   | CONFIRMED        | PAID       | REFUNDED 400000    | 1",
        "400 go back, pays                                   | CONFIRMED        | PAID       | REFUNDED 400000    | 1",
        "pays, 400 go back, 400 go back                      | CONFIRMED        | PAID       | REFUNDED 400000    | 1",
        "pays, 400 go back, 550 go back                      | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 2",
        "400 go back, pays, 550 go back                      | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 2",
        "400 go back, 550 go back, pays                      | AWAITING_PAYMENT | UNPAID     | REFUNDED 950000    | 3",
        "pays, is charged back                               | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 1",
        "is charged back, pays                               | AWAITING_PAYMENT | UNPAID     | REFUNDED 950000    | 2",
        "pays, 400 go back, is charged back                  | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 2",
        "pays, is charged back, 400 go back                  | CONFIRMED        | REFUNDED   | REFUNDED 950000    | 1",
        "pays, all goes back, pays again                     | CONFIRMED        | PAID       | REFUNDED 950000    | 1",
        "pays, all goes back, gives back                     | READY            | REFUNDED   | REFUNDED 950000    | 1",
        "pays, all goes back, cancels                        | CANCELLED        | REFUNDED   | REFUNDED 950000    | 1",
        "pays, all goes back, gives back, holds              | AWAITING_PAYMENT | UNPAID     | REFUNDED 950000    | 1",
        "pays, all goes back, gives back, holds, pays again  | CONFIRMED        | PAID       | REFUNDED 950000    | 1",
        "pays, pays again                                    | CONFIRMED        | PAID       | REFUND_DUE 950000  | 1",
        "pays, pays again, second goes back                  | CONFIRMED        | PAID       | REFUNDED 950000    | 2",
        "pays, second goes back, pays again                  | CONFIRMED        | PAID       | REFUNDED 950000    | 2",
        "pays too little                                     | AWAITING_PAYMENT | UNPAID     | REFUND_DUE 949999  | 1",
        "pays too little, pays                               | CONFIRMED        | PAID       | REFUND_DUE 949999  | 1",
        "pays too little, too little goes back, pays         | CONFIRMED        | PAID       | REFUNDED 949999    | 2",
        "pays too little, hold expires                       | READY            | REFUND_DUE | REFUND_DUE 949999  | 1",
        "hold expires                                        | READY            | EXPIRED    |                    | 0",
        "hold expires, pays                                  | CONFIRMED        | PAID       |                    | 0",
        "hold expires, all goes back, pays                   | READY            | REFUNDED   | REFUNDED 950000    | 2",
        "hold expires, another takes the seat, pays          | PAID_UNSCHEDULED | PAID       |                    | 0",
        "day is over, pays                                   | PAID_UNSCHEDULED | PAID       |                    | 0",
        "hold expires, another takes the seat, pays, all goes back | READY      | REFUNDED   | REFUNDED 950000    | 1",
        "cancels                                             | CANCELLED        | VOID       |                    | 0",
        "cancels, pays                                       | CANCELLED        | REFUND_DUE | REFUND_DUE 950000  | 1",
        "cancels, pays, pays                                 | CANCELLED        | REFUND_DUE | REFUND_DUE 950000  | 1",
        "cancels, pays, all goes back                        | CANCELLED        | REFUNDED   | REFUNDED 950000    | 2",
        "cancels, all goes back, pays                        | CANCELLED        | REFUNDED   | REFUNDED 950000    | 2",
        "cancels, pays, 400 go back                          | CANCELLED        | REFUND_DUE | REFUND_DUE 550000; REFUNDED 400000 | 2",
      })
  void whateverTheOrder(
      String events, String status, String billStatus, String refunds, int listed) {
    Arrays.stream(events.split(", ", -1)).forEach(counter::happens);

    assertThat(counter.application().status()).hasToString(status);
    assertThat(counter.bill().path("status").asText()).isEqualTo(billStatus);
    assertThat(refunds()).isEqualTo(refunds == null ? "" : refunds);
    assertThat(counter.listed()).isEqualTo(listed);
    boolean seated = counter.application().booking().seated().isPresent();
    assertThat(counter.world.guarded(counter.siti)).isEqualTo(seated);
    theBooksReplayedChangeNothing(events);
    if (ONLY_MONEY.matcher(events).matches()) {
      theBooksAloneGiveTheSame();
    }
  }

  /** Every notice that was kept once more, in another order. */
  private void theBooksReplayedChangeNothing(String events) {
    Application before = counter.application();
    long listed = counter.listed();
    List<StoredNotification> books = new ArrayList<>(counter.world.payments.kept());
    Collections.shuffle(books, new Random(events.hashCode()));

    books.forEach(notice -> counter.receives(notice.notification()));

    assertThat(counter.application()).isEqualTo(before);
    assertThat(counter.listed()).isEqualTo(listed);
  }

  /** Whoever has the seat and the books, and nothing else, comes to the same bill. */
  private void theBooksAloneGiveTheSame() {
    Counter again = new Counter(new Believed());
    assertThat(again.code()).isEqualTo(counter.code());

    counter.world.payments.kept().forEach(notice -> again.receives(notice.notification()));

    assertThat(again.application().status()).isEqualTo(counter.application().status());
    assertThat(again.bill()).isEqualTo(counter.bill());
    assertThat(again.listed()).isEqualTo(counter.listed());
  }

  private String refunds() {
    List<String> refunds = new ArrayList<>();
    for (JsonNode refund : counter.bill().path("refunds")) {
      refunds.add(refund.path("status").asText() + " " + refund.path("amount").asLong());
      assertThat(refund.path("detail").asText()).contains("Rp").doesNotContain("{0}");
    }
    return String.join("; ", refunds);
  }

  /** Whoever reads the timeline adds up: 400,000, then the other 550,000. */
  @Test
  void eachPartThatGoesBackIsToldByItself() {
    counter.happens("pays");
    counter.happens("400 go back");
    counter.happens("550 go back");

    assertThat(
            counter.application().timeline().recent().stream()
                .map(it -> it.event())
                .filter(Event.PaymentReturned.class::isInstance))
        .containsExactly(
            new Event.PaymentReturned(false, 400_000), new Event.PaymentReturned(true, 550_000));
  }

  /** A sender that signs and uses one id for two things: both are there to be seen. */
  @Test
  void otherMoneyUnderAnIdThatWasUsedIsKeptToo() {
    PaymentNotification little = money("used", 5);
    PaymentNotification whole = money("used", 950_000);

    counter.receives(little);
    counter.receives(whole);
    counter.receives(little);
    counter.receives(whole);

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(counter.listed()).isEqualTo(1);
    assertThat(counter.world.payments.kept()).hasSize(2);
  }

  @Test
  void aSeatWhoseMoneyWentBackIsMovedNowhere() {
    counter.happens("pays");
    counter.happens("all goes back");

    assertThat(counter.application().booking().payBy()).isEmpty();
    assertThat(counter.movesToNine())
        .isEqualTo(Outcome.refused(new Refusal.WrongStatus(Status.CONFIRMED)));
  }

  @Test
  void aThousandPaymentsTooManyStayAShortList() {
    counter.happens("pays");
    for (int i = 0; i < 1_000; i++) {
      counter.receives(money("too-many-" + i, 1 + i));
    }

    assertThat(counter.application().booking().bills().getFirst().receipts())
        .hasSize(Bill.MOST_RECEIPTS);
    assertThat(counter.events(Event.Kind.PAYMENT_KEPT)).isEqualTo(Bill.MOST_RECEIPTS);
    assertThat(counter.listed()).isEqualTo(1_000);
    counter.happens("all goes back");
    assertThat(counter.bill().path("status").asText()).isEqualTo("REFUND_DUE");
    assertThat(counter.application().booking().paidBill()).isEmpty();
    assertThat(counter.application().booking().bills().getFirst().receipts())
        .hasSize(Bill.MOST_RECEIPTS);
  }

  private PaymentNotification money(String payment, long amount) {
    return new PaymentNotification(
        "bank",
        payment,
        payment,
        counter.code(),
        amount,
        -1,
        "IDR",
        Kind.PAID,
        Samples.NOW,
        null,
        null);
  }

  @Test
  void moneyThatIsKeptIsToldOnTheTimeline() {
    counter.happens("cancels");
    counter.happens("pays");
    counter.happens("all goes back");

    assertThat(counter.events(Event.Kind.PAYMENT_KEPT)).isEqualTo(1);
    assertThat(counter.events(Event.Kind.PAYMENT_RETURNED)).isEqualTo(1);
  }
}
