package id.antrean.gateway.view;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.office.Lane;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.gateway.Language;
import id.antrean.gateway.Sentences;
import id.antrean.memory.Samples;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bill as its payer sees it: what to pay, until when and how, and what became of their money. */
class ShowingABillTest {
  private static final Actor EXPIRY = new Actor.Service("expiry");
  private static final Application READY = Samples.ready("siti");

  private static JsonNode shown(Application application) {
    return Seated.json(BillView.of(application, Language.ENGLISH).orElseThrow());
  }

  private static String status(Application application) {
    return shown(application).path("status").textValue();
  }

  private static Receipt money(long amount, long returned) {
    return money(amount, returned, "IDR", amount == 0 ? null : ExceptionReason.WRONG_AMOUNT);
  }

  private static Receipt money(
      long amount, long returned, String currency, @Nullable ExceptionReason why) {
    return new Receipt("bank", "p-9", amount, currency, NOW, why, returned);
  }

  @Test
  void beforeTheFirstSeatThereIsNone() {
    assertThat(BillView.of(READY, Language.ENGLISH)).isEmpty();
  }

  @Test
  void itSaysWhatToPayUntilWhenAndHow() {
    JsonNode bill = shown(Seated.in(Lane.EXPRESS, READY));

    assertThat(bill.path("billingCode").textValue()).isEqualTo(Seated.CODE);
    assertThat(bill.path("amount").longValue()).isEqualTo(1_950_000);
    assertThat(bill.path("currency").textValue()).isEqualTo("IDR");
    assertThat(bill.path("payBy").textValue()).isEqualTo("2026-11-23T13:00:00+09:00");
    assertThat(bill.path("lines"))
        .extracting(it -> it.path("item").textValue() + " " + it.path("amount").longValue())
        .containsExactly("PASSPORT 950000", "EXPRESS 1000000");
    assertThat(bill.at("/lines/0/detail").textValue())
        .isEqualTo("Electronic passport, valid for 10 years");
    assertThat(bill.path("channels"))
        .extracting(it -> it.path("code").textValue())
        .containsExactly("BANK", "MOBILE_BANKING", "POST_OFFICE", "MARKETPLACE", "RETAIL_STORE");
    assertThat(bill.at("/channels/0/name").textValue()).isEqualTo("Bank");
    assertThat(bill.at("/channels/0/detail").textValue()).contains("enter the billing code");
    assertThat(bill.has("paidAt")).isFalse();
    assertThat(bill.path("refunds").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"NEW, PASSPORT", "LOST, LOST", "DAMAGED, DAMAGED"})
  void whatIsPaidBesideThePassportHasALineOfItsOwn(PassportRequest.Kind kind, String last) {
    Application application =
        READY.correct(
            new PassportRequest(kind, PassportRequest.Type.ORDINARY, 5),
            READY.dossier().applicant(),
            READY.dossier().identity(),
            Seated.SITI,
            NOW);

    assertThat(shown(Seated.in(Lane.REGULAR, application)).path("lines").findValuesAsText("item"))
        .startsWith("PASSPORT")
        .endsWith(last);
  }

  @Test
  void onceItIsPaidItSaysByWhomAndThatNothingIsToBePaid() {
    JsonNode bill = shown(Seated.paid(Seated.in(Lane.REGULAR, READY), true));

    assertThat(bill.path("status").textValue()).isEqualTo("PAID");
    assertThat(bill.path("payBy").isNull()).isTrue();
    assertThat(bill.path("paidAt").textValue()).isEqualTo("2026-11-23T11:01:00+09:00");
    assertThat(bill.path("aggregator").textValue()).isEqualTo("bank");
    assertThat(bill.path("channel").textValue()).isEqualTo("atm");
    assertThat(bill.path("ntpn").textValue()).isEqualTo("NTPN1");
  }

  // ---- Where it stands ----

  @Test
  void itCanBePaidWhileItsSeatIsHeld() {
    Application held = Seated.in(Lane.REGULAR, READY);

    assertThat(status(held)).isEqualTo("UNPAID");
    assertThat(status(Samples.expired(held, EXPIRY, Seated.later()))).isEqualTo("EXPIRED");
    assertThat(shown(Samples.expired(held, EXPIRY, Seated.later())).path("payBy").isNull())
        .isTrue();
    assertThat(status(held.cancel(Seated.SITI, NOW))).isEqualTo("VOID");
  }

  @Test
  void whileItCanBePaidThatComesBeforeMoneyThatDidNotPayIt() {
    assertThat(status(Seated.in(Lane.REGULAR, READY, money(900_000, 0)))).isEqualTo("UNPAID");
    assertThat(status(Seated.paid(Seated.in(Lane.REGULAR, READY, money(900_000, 0)), true)))
        .isEqualTo("PAID");
  }

  @ParameterizedTest
  @CsvSource({
    "900000,      0, REFUND_DUE",
    "900000, 899999, REFUND_DUE",
    "900000, 900000, REFUNDED",
    "     0, 950000, REFUNDED",
    "     0,      0, EXPIRED"
  })
  void afterwardsItSaysWhetherMoneyIsStillToGoBack(long amount, long returned, String status) {
    Application over =
        Samples.expired(
            Seated.in(Lane.REGULAR, READY, money(amount, returned)), EXPIRY, Seated.later());

    assertThat(status(over)).isEqualTo(status);
  }

  @Test
  void moneyForABillThatAnotherReplacedIsNotForgotten() {
    Application over =
        Samples.expired(
            Seated.in(Lane.EXPRESS, READY, money(900_000, 0))
                .billed(
                    Bill.issue(
                        new BillingCode("800000000000001"),
                        Seated.bill(Lane.REGULAR, READY).fee(),
                        NOW)),
            EXPIRY,
            Seated.later());

    assertThat(shown(over).path("billingCode").textValue()).isEqualTo("800000000000001");
    assertThat(status(over)).isEqualTo("REFUND_DUE");
    assertThat(shown(over).path("refunds")).hasSize(1);
  }

  // ---- What goes back ----

  @Test
  void moneyThatIsKeptIsToldWithItsReasonInTheTimeOfTheOffice() {
    JsonNode refund = shown(Seated.in(Lane.REGULAR, READY, money(900_000, 0))).at("/refunds/0");

    assertThat(refund.path("status").textValue()).isEqualTo("REFUND_DUE");
    assertThat(refund.path("amount").longValue()).isEqualTo(900_000);
    assertThat(refund.path("currency").textValue()).isEqualTo("IDR");
    assertThat(refund.path("reason").textValue()).isEqualTo("WRONG_AMOUNT");
    assertThat(refund.path("detail").textValue()).startsWith("Rp900,000 arrived");
    assertThat(refund.path("aggregator").textValue()).isEqualTo("bank");
    assertThat(refund.path("receivedAt").textValue()).isEqualTo("2026-11-23T11:00:00+09:00");
  }

  @Test
  void ofMoneyThatWentBackInPartBothPartsAreTold() {
    JsonNode refunds = shown(Seated.in(Lane.REGULAR, READY, money(900_000, 1))).path("refunds");

    assertThat(refunds)
        .extracting(
            it ->
                it.path("status").textValue()
                    + " "
                    + it.path("amount").longValue()
                    + " "
                    + it.path("reason").textValue())
        .containsExactly("REFUND_DUE 899999 WRONG_AMOUNT", "REFUNDED 1 RETURNED");
  }

  @Test
  void ofMoneyThatIsKnownOnlyToHaveGoneBackWhatWasOwedIsTold() {
    JsonNode refunds =
        shown(Seated.in(Lane.REGULAR, READY, money(0, 2_000_000, "", null))).path("refunds");

    assertThat(refunds).hasSize(1);
    assertThat(refunds.at("/0/status").textValue()).isEqualTo("REFUNDED");
    assertThat(refunds.at("/0/amount").longValue()).isEqualTo(950_000);
    assertThat(refunds.at("/0/currency").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1          | Rp1             | Rp1",
        "999        | Rp999           | Rp999",
        "1000       | Rp1.000         | Rp1,000",
        "999999     | Rp999.999       | Rp999,999",
        "1000000    | Rp1.000.000     | Rp1,000,000"
      })
  void rupiahAreWrittenWithTheReadersPoints(long amount, String indonesian, String english) {
    String inIndonesian = RefundView.sentence("RETURNED", amount, Language.INDONESIAN);
    String inEnglish = RefundView.sentence("RETURNED", amount, Language.ENGLISH);

    Sentences.areForPeople(inIndonesian, inEnglish);
    assertThat(inIndonesian).contains(indonesian + " ");
    assertThat(inEnglish).contains(english + " ");
  }

  @Test
  void allReceiptsOfABillAreTold() {
    Receipt[] receipts =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    new Receipt(
                        "bank", "p-" + i, 1_000 + i, "IDR", NOW, ExceptionReason.ALREADY_PAID, 0))
            .toArray(Receipt[]::new);

    assertThat(shown(Seated.in(Lane.REGULAR, READY, receipts)).path("refunds"))
        .extracting(it -> it.path("amount").longValue())
        .containsExactly(1_000L, 1_001L, 1_002L);
  }
}
