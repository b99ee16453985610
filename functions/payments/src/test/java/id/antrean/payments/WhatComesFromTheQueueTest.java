package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.memory.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the queue of notifications, and the sweep that brings what the queue lost. */
class WhatComesFromTheQueueTest {
  private final PaymentsHouse house = new PaymentsHouse();
  private final Counter counter = house.counter;

  private static String captured(String sender, String id, String body) {
    return message()
        .put("aggregator", sender)
        .put("id", id)
        .put("body", body)
        .put("receivedAt", Samples.NOW.toEpochMilli())
        .toString();
  }

  private static ObjectNode message() {
    return new ObjectMapper().createObjectNode().put("requestId", "request-0");
  }

  private String kept(String sender, String event, int asked) {
    return message()
        .put("reference", counter.code())
        .put("aggregator", sender)
        .put("eventId", event)
        .put("asked", asked)
        .toString();
  }

  /** One of Midtrans, which has to be asked and cannot be here; its message is lost. */
  private void oneWaits() {
    house.midtrans(MidtransSender.paid("t1", counter.code(), "950000.00"));
    counter.world.notifications.queue.lose();
  }

  private JsonNode done() {
    return house.loggedOnce("message");
  }

  @Test
  void whatWasCapturedWhileTheStoreWasDownIsSettled() {
    house.message(
        "m1", captured("standard", "e1", StandardSender.paid(counter.code(), Counter.FEE)));

    assertThat(counter.application().status()).isEqualTo(Status.CONFIRMED);
    assertThat(counter.world.payments.kept().getFirst().state()).isEqualTo(State.SETTLED);
    assertThat(done().path("outcome").asText()).isEqualTo("done");
    assertThat(done().path("source").asText()).isEqualTo("notifications");
    assertThat(house.logged("message-unknown")).isEmpty();
  }

  @Test
  void aLineIsWrittenInTheNameOfTheRequestThatCausedIt() {
    house.message("m1", captured("standard", "e1", "{\"type\":\"ping\"}"));

    assertThat(done().path("requestId").asText()).isEqualTo("request-0");
    assertThat(done().path("messageId").asText()).isEqualTo("m1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "{}", "{\"reference\":\"8\",\"aggregator\":\"standard\"}"})
  void whatIsNoNotificationGoesBackToTheQueueAndEndsAmongTheDeadLetters(String body) {
    assertThatThrownBy(() -> house.message("m1", body)).isInstanceOf(IllegalStateException.class);

    assertThat(done().path("outcome").asText()).isNotEqualTo("done");
    assertThat(done().path("requestId").asText()).as("it is a request of its own").isEqualTo("m1");
  }

  @Test
  void aNotificationOfNoSenderOfOursIsNotLost() {
    assertThatThrownBy(() -> house.message("m1", captured("nobody", "e1", "{}")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNotificationThatIsNotKeptIsAnAlarm() {
    house.message("m1", kept("midtrans", "never-came", 0));

    assertThat(done().path("outcome").asText()).isEqualTo("not-understood");
  }

  @Test
  void aNoticeWhoseSenderIsOursNoMoreIsAnAlarm() {
    PaymentNotification notice =
        new PaymentNotification(
            "nobody",
            "e1",
            "p1",
            counter.code(),
            Counter.FEE,
            -1,
            "IDR",
            Kind.PAID,
            Samples.NOW,
            null,
            null);
    counter.world.payments.resolve(
        StoredNotification.received(notice, new RawNotification("nobody", "", "", Samples.NOW)));

    house.message("m1", kept("nobody", "e1", 0));

    assertThat(done().path("outcome").asText()).isEqualTo("not-understood");
    assertThat(house.logged("message-unknown")).hasSize(1);
  }

  @Test
  void oneTooManyStaysOnTheQueueSinceItsSenderWasToldThatItIsSafe() {
    for (int i = 0; i < ReceivePayment.MOST_UNCONFIRMED; i++) {
      house.midtrans(MidtransSender.paid("t" + i, counter.code(), "950000.00"));
    }
    String oneMore =
        captured("midtrans", "", MidtransSender.paid("more", counter.code(), "950000.00"));

    assertThatThrownBy(() -> house.message("m1", oneMore)).isInstanceOf(Unavailable.class);
    assertThat(done().path("outcome").asText()).isEqualTo("failed");
  }

  @Test
  void aNoticeThatStillWaitsIsAskedAboutAgainLater() {
    oneWaits();

    house.message("m1", kept("midtrans", "t1.settlement.200", 0));

    assertThat(done().path("outcome").asText()).isEqualTo("done");
    assertThat(counter.world.notifications.queue.waiting()).hasSize(1);
  }

  @Test
  void aMessageThatAnotherHasReplacedDoesNothing() {
    oneWaits();

    house.message("m1", kept("midtrans", "t1.settlement.200", 1));

    assertThat(done().path("outcome").asText()).isEqualTo("done");
    assertThat(counter.world.notifications.queue.waiting()).isEmpty();
  }

  @Test
  void aMessageAboutWhatIsSettledDoesNothing() {
    house.standard(new StandardSender("e1"), StandardSender.paid(counter.code(), Counter.FEE));

    house.message("m1", kept("standard", "e1", 0));

    assertThat(done().path("outcome").asText()).isEqualTo("done");
    assertThat(house.logged("message-unknown")).isEmpty();
  }

  @Test
  void theSweepBringsBackWhatTheQueueLost() {
    oneWaits();
    counter.world.pass(Duration.ofMinutes(12));

    house.sweep();

    assertThat(counter.world.notifications.queue.waiting()).hasSize(1);
    JsonNode line = house.loggedOnce("schedule");
    assertThat(line.path("source").asText()).isEqualTo("payment-sweep");
    assertThat(line.path("outcome").asText()).isEqualTo("found 1");
  }
}
