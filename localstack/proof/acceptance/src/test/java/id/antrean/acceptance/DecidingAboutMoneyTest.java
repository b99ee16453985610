package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.MoneyDesk;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money that settled nothing: who sees it, and who decides what becomes of it. */
@OnAStack
@DisplayName("Money that settled nothing")
final class DecidingAboutMoneyTest {
  private final Stack stack;
  private final OpenSession session;
  private final PassportApplication application;
  private final MoneyDesk ratna;

  DecidingAboutMoneyTest(Stack stack) {
    this.stack = stack;
    this.session = stack.opens(1);
    this.application = stack.readyApplication();
    application.holds(session);
    this.ratna = stack.moneyDesk("ratna", session.office());
  }

  private String bill() {
    return application.bill().getString("billingCode");
  }

  private String pays(long amount) {
    stack.standard().takesPayment(bill(), Map.of("amount", amount));
    return ratna.exceptionOf(bill()).getString("id");
  }

  @Test
  void is_on_its_offices_list_and_an_auditors() {
    pays(1000);

    JsonPath seen = ratna.exceptionOf(bill());
    assertThat(seen.getString("reason")).isEqualTo("WRONG_AMOUNT");
    assertThat(seen.getLong("amount")).isEqualTo(1000);
    assertThat(seen.getString("officeId")).isEqualTo(session.office());
    assertThat(stack.auditingDesk().all()).contains(bill());
  }

  @Test
  void is_not_on_another_offices_list_and_not_theirs_to_decide() {
    String id = pays(1000);
    MoneyDesk elsewhere = stack.moneyDesk("putu", stack.otherOffice(session.office()));

    assertThat(elsewhere.all()).doesNotContain(bill());
    elsewhere
        .triesToDecide(id, Map.of("action", "REFUND", "reason", "mine"))
        .refused(404, "not-found");
    stack
        .auditingDesk()
        .triesToDecide(id, Map.of("action", "REFUND", "reason", "mine"))
        .refused(403, "forbidden");
  }

  @Test
  void is_decided_by_one_where_it_is_little_and_the_applicant_sees_it() {
    String id = pays(1000);

    JsonPath decided =
        ratna.triesToDecide(id, Map.of("action", "REFUND", "reason", "typed wrongly")).accepted();

    assertThat(decided.getString("status")).isEqualTo("RESOLVED");
    assertThat(ratna.all()).doesNotContain(bill());
    assertThat(application.events()).contains("PAYMENT_RESOLVED");
    ratna
        .triesToDecide(id, Map.of("action", "ACCEPT", "reason", "after all"))
        .refused(409, "already-resolved");
  }

  @Test
  void that_was_decided_is_still_seen_with_who_decided_what_and_the_books_name_it() {
    String id = pays(900_000);
    Map<String, String> refund = Map.of("action", "REFUND", "reason", "too little");
    ratna.triesToDecide(id, refund).accepted();
    stack.moneyDesk("agus", session.office()).triesToDecide(id, refund).accepted();

    MoneyDesk auditor = stack.auditingDesk();
    JsonPath seen = auditor.triesToSee(id).accepted();
    assertThat(seen.getString("status")).isEqualTo("RESOLVED");
    assertThat(seen.getString("resolution.proposedBy")).isEqualTo("ratna");
    assertThat(seen.getString("resolution.confirmedBy")).isEqualTo("agus");
    assertThat(seen.getString("resolution.reason")).isEqualTo("too little");
    assertThat(auditor.books(stack.today()))
        .filteredOn(line -> bill().equals(line.get("reference")))
        .singleElement()
        .extracting(line -> line.get("exceptionId"))
        .isEqualTo(id);
    stack
        .moneyDesk("putu", stack.otherOffice(session.office()))
        .triesToSee(id)
        .refused(404, "not-found");
    ratna.triesToSee("bm90LW91cnM").refused(404, "not-found");
  }

  @Test
  void is_decided_by_two_where_it_is_much() {
    String id = pays(900_000);
    Map<String, String> accept = Map.of("action", "ACCEPT", "reason", "the rest was waived");

    assertThat(ratna.triesToDecide(id, accept).accepted().getString("status"))
        .isEqualTo("PROPOSED");
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");
    MoneyDesk agus = stack.moneyDesk("agus", session.office());
    assertThat(agus.triesToDecide(id, accept).accepted().getString("status")).isEqualTo("RESOLVED");
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @Test
  void cannot_pay_somebody_elses_bill() {
    String id = pays(1000);
    PassportApplication other = stack.readyApplication();
    other.holds(stack.opens(1));

    ratna
        .triesToDecide(
            id,
            Map.of(
                "action",
                "MOVE",
                "billingCode",
                other.bill().getString("billingCode"),
                "reason",
                "it is theirs"))
        .refused(409, "other-bill");
  }

  @Test
  void is_decided_with_an_action_and_a_reason() {
    String id = pays(1000);

    assertThat(ratna.decidesWrongly(id, Map.of("action", "KEEP")).pointers())
        .containsExactlyInAnyOrder("/action", "/reason");
    assertThat(ratna.decidesWrongly(id, Map.of("action", "MOVE", "reason", "why")).pointers())
        .containsExactly("/billingCode");
    ratna
        .triesToDecide("bm90LW91cnM", Map.of("action", "REFUND", "reason", "why"))
        .refused(404, "not-found");
  }

  @Test
  void for_nobodys_bill_is_on_every_supervisors_list() {
    String nobodys = "8" + System.nanoTime() % 100_000_000_000_00L;
    String padded = (nobodys + "00000000000000").substring(0, 15);
    stack.standard().takesPayment(padded, Map.of("amount", 1000));

    assertThat(ratna.everywhere()).contains(padded);
  }
}
