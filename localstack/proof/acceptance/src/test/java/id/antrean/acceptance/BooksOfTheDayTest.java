package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.MoneyDesk;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What aggregators list, what they told, and what stands on the bills: the same to the rupiah. */
@OnAStack
@DisplayName("The books of a day")
final class BooksOfTheDayTest {
  private final Stack stack;
  private final OpenSession session;
  private final PassportApplication application;
  private final MoneyDesk auditor;

  BooksOfTheDayTest(Stack stack) {
    this.stack = stack;
    this.session = stack.opens(1);
    this.application = stack.readyApplication();
    application.holds(session);
    this.auditor = stack.auditingDesk();
  }

  private String bill() {
    return application.bill().getString("billingCode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "doku", "midtrans", "xendit"})
  void find_money_that_was_never_told_of(String sender) {
    stack.sender(sender).takesPayment(bill(), Map.of("times", 0));
    assertThat(application.status()).isEqualTo("AWAITING_PAYMENT");

    stack.sandbox().runNow("ReconcileFunction");

    application.isSoon("CONFIRMED");
    assertThat(application.bill().getString("aggregator")).isEqualTo(sender);
  }

  @Test
  void take_nothing_in_twice() {
    stack.standard().takesPayment(bill());
    application.isSoon("CONFIRMED");

    stack.sandbox().runNow("ReconcileFunction");
    stack.sandbox().runNow("ReconcileFunction");

    assertThat(application.bill().getList("refunds")).isEmpty();
    assertThat(auditor.all()).doesNotContain(bill());
  }

  @Test
  void get_the_treasurys_number_from_its_list() {
    stack.sender("doku").takesPayment(bill());
    application.isSoon("CONFIRMED");
    assertThat(application.bill().getString("ntpn")).isNull();

    stack.sandbox().runNow("ReconcileFunction");

    soon(() -> assertThat(application.bill().getString("ntpn")).matches("[0-9A-Z]{16}"));
    assertThat(auditor.books(stack.today()))
        .filteredOn(line -> "treasury".equals(line.get("aggregator")))
        .extracting(line -> line.get("reference"))
        .contains(bill());
    assertThat(auditor.all()).doesNotContain(bill());
  }

  @Test
  void have_every_notice_with_what_its_bill_says() {
    stack.standard().takesPayment(bill());
    stack.standard().takesPayment(bill(), Map.of("amount", 1000));

    List<Map<String, Object>> lines =
        auditor.books(stack.today()).stream()
            .filter(line -> bill().equals(line.get("reference")))
            // The treasury's lines are there as soon as somebody reconciles.
            .filter(line -> "standard".equals(line.get("aggregator")))
            .toList();

    assertThat(lines).hasSize(2);
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("state", "SETTLED")
                    .containsEntry("booked", 950_000)
                    .containsEntry("amount", 950_000))
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("state", "EXCEPTION")
                    .containsEntry("reason", "WRONG_AMOUNT"));
  }

  @Test
  void are_an_auditors_and_the_report_a_supervisors_too() {
    MoneyDesk supervisor = stack.moneyDesk("ratna", session.office());

    supervisor.triesToSeeBooks(stack.today()).refused(403, "forbidden");
    JsonPath report = supervisor.report();
    assertThat(report.getList("senders.aggregator", String.class))
        .contains("midtrans", "standard", "xendit", "doku", "snap");
  }
}
