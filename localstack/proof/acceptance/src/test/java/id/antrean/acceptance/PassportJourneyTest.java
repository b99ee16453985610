package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Terms;
import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The three lives of an application, from end to end. */
@OnAStack
@DisplayName("An application for a passport")
final class PassportJourneyTest {
  private final Stack stack;

  PassportJourneyTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void paid_in_time_is_confirmed_and_the_office_expects_the_person() {
    OpenSession session = stack.opens(20);
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    assertThat(application.status()).isEqualTo("DRAFT");

    application.becomesReady();
    OffsetDateTime now = stack.sandbox().now();
    JsonPath held = application.holds(session);
    assertThat(held.getString("status")).isEqualTo("AWAITING_PAYMENT");
    assertThat(held.getString("booking.state")).isEqualTo("HELD");
    assertThat(held.getString("booking.session.id")).isEqualTo(session.id());
    assertThat(OffsetDateTime.parse(held.getString("booking.payBy")))
        .isCloseTo(now.plus(Terms.HERE.paymentWindow()), within(30, ChronoUnit.SECONDS));
    assertThat(held.getString("bill.status")).isEqualTo("UNPAID");
    assertThat(held.getInt("bill.amount")).isEqualTo(950_000);

    assertThat(stack.standard().takesPayment(held.getString("bill.billingCode")))
        .containsExactly(200);
    JsonPath confirmed = application.look();
    assertThat(confirmed.getString("status")).isEqualTo("CONFIRMED");
    assertThat(confirmed.getString("booking.state")).isEqualTo("CONFIRMED");
    assertThat(confirmed.getString("bill.status")).isEqualTo("PAID");
    assertThat(application.bill().getString("aggregator")).isEqualTo("standard");

    soon(() -> assertThat(stack.visitor().sees(session)).containsEntry("quota", 20));
    assertThat(stack.officer(session.office()).sees(session))
        .containsEntry("held", 0)
        .containsEntry("paid", 1);
    assertThat(stack.officer(session.office()).appointments(session.date()))
        .anySatisfy(
            appointment ->
                assertThat(appointment)
                    .containsEntry("applicationId", application.id())
                    .containsEntry("status", "CONFIRMED"));
    assertThat(application.events())
        .startsWith("REGISTERED")
        .containsSubsequence("SEAT_HELD", "PAYMENT_RECEIVED");
  }

  @Test
  void left_unpaid_frees_the_seat_and_keeps_data_papers_and_billing_code() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    String code = application.holds(session).getString("bill.billingCode");

    stack.letUnpaidHoldExpire(application);

    application.isSoon("READY");
    JsonPath expired = application.look();
    assertThat(expired.getString("booking")).isNull();
    assertThat(expired.getString("bill.status")).isEqualTo("EXPIRED");
    assertThat(expired.getList("documents.findAll { it.required }.status", String.class))
        .containsOnly("VERIFIED");
    soon(() -> assertThat(stack.taken(session)).isZero());
    assertThat(application.events()).contains("HOLD_EXPIRED");

    JsonPath again = application.holds(session);
    assertThat(again.getString("bill.billingCode")).isEqualTo(code);
    assertThat(again.getString("bill.status")).isEqualTo("UNPAID");
  }

  @Test
  void paid_too_late_wins_its_seat_back_while_it_is_free() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    String code = application.holds(session).getString("bill.billingCode");
    stack.letUnpaidHoldExpire(application);
    application.isSoon("READY");

    assertThat(stack.standard().takesPayment(code)).containsExactly(200);

    application.isSoon("CONFIRMED");
    assertThat(application.look().getString("booking.session.id")).isEqualTo(session.id());
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  void paid_too_late_for_a_seat_that_is_gone_picks_another_without_paying_again() {
    OpenSession lost = stack.opens(1);
    OpenSession other = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    PassportApplication rival = stack.readyApplication();
    String code = application.holds(lost).getString("bill.billingCode");
    stack.letUnpaidHoldExpire(application);
    application.isSoon("READY");
    soon(() -> rival.holds(lost));

    assertThat(stack.midtrans().takesPayment(code)).containsExactly(200);

    application.isSoon("PAID_UNSCHEDULED");
    assertThat(application.look().getString("bill.status")).isEqualTo("PAID");
    application.triesToHold(lost).refused(409, "sold-out");
    JsonPath scheduled = application.holds(other);
    assertThat(scheduled.getString("status")).isEqualTo("CONFIRMED");
    assertThat(scheduled.getString("bill.billingCode")).isEqualTo(code);
    assertThat(scheduled.getInt("booking.rescheduled")).isZero();
  }
}
