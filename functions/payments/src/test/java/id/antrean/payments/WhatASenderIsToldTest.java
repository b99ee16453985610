package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.payments.PaymentsHouse.Told;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 2xx only for what is safe, with what became of it; and what a person should know is an alarm. */
class WhatASenderIsToldTest {
  private static final int MOST_BYTES = 256 * 1024;

  private final PaymentsHouse house = new PaymentsHouse();
  private final Counter counter = house.counter;

  private Told says(String id, String body) {
    return house.standard(new StandardSender(id), body);
  }

  private String bill() {
    return counter.code();
  }

  // ---- Of what was taken in ----

  @Test
  void moneyThatPaysItsBillIsSettled() {
    Told told = says("e1", StandardSender.paid(bill(), Counter.FEE));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body())
        .isEqualTo(PaymentsHouse.json("{\"received\":true,\"outcome\":\"SETTLED\"}"));
    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(house.logged("payment-exception")).isEmpty();
  }

  @Test
  void moneyThatCannotPayItsBillIsAnExceptionAndAnAlarm() {
    Told told = says("e1", StandardSender.paid(bill(), Counter.FEE - 1));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo("EXCEPTION");
    assertThat(told.reason()).isEqualTo("WRONG_AMOUNT");
    JsonNode alarm = house.loggedOnce("payment-exception");
    assertThat(alarm.path("level").asText()).isEqualTo("ERROR");
    assertThat(alarm.path("aggregator").asText()).isEqualTo("standard");
    assertThat(alarm.path("reason").asText()).isEqualTo("WRONG_AMOUNT");
  }

  @Test
  void whatCannotBeUnderstoodIsKeptAndItsSenderToldTheSpot() {
    Told told =
        says(
            "e1",
            StandardSender.paid(bill(), Counter.FEE)
                .replace("\"amount\":950000", "\"amount\":\"950.000\""));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo("EXCEPTION");
    assertThat(told.reason()).isEqualTo("NOT_UNDERSTOOD");
    assertThat(told.body().path("pointer").asText()).isEqualTo("/data/amount");
    assertThat(counter.listed()).isEqualTo(1);
    assertThat(house.loggedOnce("payment-exception").path("reason").asText())
        .isEqualTo("NOT_UNDERSTOOD");
  }

  @Test
  void aPingIsHeardAndLeavesNothingButALine() {
    Told told = says("e1", "{\"type\":\"ping\"}");

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo("NOTED");
    assertThat(counter.world.payments.kept()).isEmpty();
    assertThat(house.loggedOnce("notification-ping").path("aggregator").asText())
        .isEqualTo("standard");
  }

  @Test
  void aRepeatIsToldTheSame() {
    Told first = says("e1", StandardSender.paid(bill(), Counter.FEE));

    assertThat(says("e1", StandardSender.paid(bill(), Counter.FEE))).isEqualTo(first);
  }

  @Test
  void aFailureFromBeforeTheMoneyCameTakesNothingBackWhenItIsRepeated() {
    String failed = StandardSender.said("payment.failed", bill(), Counter.FEE);
    assertThat(says("e1", failed).outcome()).isEqualTo("NOTED");
    assertThat(says("e2", StandardSender.paid(bill(), Counter.FEE)).outcome()).isEqualTo("SETTLED");

    assertThat(says("e1", failed).outcome()).isEqualTo("NOTED");
    assertThat(counter.bill().path("status").asText()).isEqualTo("PAID");
  }

  @Test
  void whatItsSenderHasToConfirmIsReceived() {
    Told told = house.midtrans(MidtransSender.paid("t1", bill(), "950000.00"));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo("RECEIVED");
    assertThat(counter.application().status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(counter.world.notifications.queue.waiting()).hasSize(1);
  }

  @Test
  void whatIsNotUnderstoodAndWasHardlySignedIsKeptToo() {
    Told told = house.midtrans(MidtransSender.ofNothing(bill(), "950000.00"));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.reason()).isEqualTo("NOT_UNDERSTOOD");
    assertThat(told.body().path("pointer").asText()).isEqualTo("/transaction_id");
  }

  // ---- While something is down ----

  @Test
  void whileTheStoreIsDownItIsSafeOnTheQueue() {
    counter.faults.down("notification");

    Told told = says("e1", StandardSender.paid(bill(), Counter.FEE));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo("RECEIVED");
    assertThat(counter.world.notifications.queue.waiting())
        .singleElement()
        .satisfies(sent -> assertThat(sent.message()).isInstanceOf(WaitingNotice.Captured.class))
        .satisfies(
            sent -> assertThat(sent.arrives()).isEqualTo(house.now().plus(Duration.ofMinutes(1))));
    JsonNode fault = house.loggedOnce("notification-captured");
    assertThat(fault.path("fault").asText()).isEqualTo("Unavailable");
    assertThat(fault.path("aggregator").asText()).isEqualTo("standard");
  }

  @Test
  void whileTheQueueIsDownItIsSafeInTheStore() {
    counter.faults.down("later");

    Told told = house.midtrans(MidtransSender.paid("t1", bill(), "950000.00"));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo("RECEIVED");
    assertThat(counter.world.payments.kept()).hasSize(1);
    assertThat(house.loggedOnce("notification-waits-for-sweep").path("fault").asText())
        .isEqualTo("Unavailable");
  }

  @Test
  void whatIsSafeNowhereHasToComeAgain() {
    counter.faults.down("notification").down("later");

    Told told = says("e1", StandardSender.paid(bill(), Counter.FEE));

    assertThat(told.status()).isEqualTo(503);
    assertThat(counter.world.payments.kept()).isEmpty();
    assertThat(counter.world.notifications.queue.waiting()).isEmpty();
  }

  // ---- Of what was not taken in ----

  @Test
  void aForgeryIsRefusedWithWhatIsWrongWithItAndChangesNothing() {
    String body = StandardSender.paid(bill(), Counter.FEE);
    Map<String, String> headers = new StandardSender("e1").headers(body, house.now());

    Told told = house.webhook("standard", headers, body.replace("p1", "p2"));

    assertThat(told.status()).isEqualTo(401);
    assertThat(told.body().path("type").asText()).isEqualTo("/problems/unauthenticated");
    assertThat(told.reason()).isEqualTo("WRONG_SIGNATURE");
    assertThat(counter.world.payments.kept()).isEmpty();
    JsonNode alarm = house.loggedOnce("notification-not-authentic");
    assertThat(alarm.path("level").asText()).isEqualTo("ERROR");
    assertThat(alarm.path("aggregator").asText()).isEqualTo("standard");
    assertThat(alarm.path("reason").asText()).isEqualTo("WRONG_SIGNATURE");
  }

  @Test
  void aSenderThatNobodyKnowsIsNotFound() {
    Told told = house.webhook("nobody", Map.of(), "{}");

    assertThat(told.status()).isEqualTo(404);
    assertThat(told.body().path("type").asText()).isEqualTo("/problems/not-found");
  }

  @Test
  void aBodyLargerThanAnyNotificationIsNotEvenRead() {
    Told most = house.webhook("standard", Map.of(), "x".repeat(MOST_BYTES));
    Told more = house.webhook("standard", Map.of(), "x".repeat(MOST_BYTES + 1));

    assertThat(most.status()).isEqualTo(401);
    assertThat(more.status()).isEqualTo(413);
    assertThat(more.body().path("type").asText()).isEqualTo("/problems/too-large");
    assertThat(more.body().path("detail").asText()).contains("256");
  }

  private Told manyThatNobodyConfirms() {
    for (int i = 0; i < ReceivePayment.MOST_UNCONFIRMED; i++) {
      assertThat(house.midtrans(MidtransSender.paid("t" + i, bill(), "950000.00")).status())
          .isEqualTo(200);
    }
    return house.midtrans(MidtransSender.paid("one more", bill(), "950000.00"));
  }

  @Test
  void oneTooManyThatNobodyConfirmsHasToComeAgain() {
    Told told = manyThatNobodyConfirms();

    assertThat(told.status()).isEqualTo(429);
    assertThat(told.body().path("type").asText()).isEqualTo("/problems/too-many-requests");
    assertThat(house.loggedOnce("notifications-unconfirmed").path("aggregator").asText())
        .isEqualTo("midtrans");
  }

  @Test
  void oneTooManyThatNobodyUnderstandsHasToComeAgainToo() {
    manyThatNobodyConfirms();

    assertThat(house.midtrans(MidtransSender.ofNothing(bill(), "950000.00")).status())
        .isEqualTo(429);
  }
}
