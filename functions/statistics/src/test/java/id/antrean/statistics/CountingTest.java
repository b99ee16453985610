package id.antrean.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.aws.stream.UnreadableRecord;
import id.antrean.domain.Unavailable;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the stream tells is counted once, where and when it happened. */
class CountingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String TODAY = "2026-11-23";
  private static final String CILEGON = "CLG.2026-12-07.0800.REGULAR";
  private static final String EXPRESS = "CLG.2026-12-07.0800.EXPRESS";
  private static final String GONE = "XYZ.2026-12-07.0800.REGULAR";
  private static final String JAYAPURA = "JAP.2026-12-08.0900.REGULAR";

  private final StatisticsHere here = new StatisticsHere();
  private final ToldApplication sitis = new ToldApplication("AAAAAAAAAAAAAAAA");
  private final ToldApplication budis = new ToldApplication("BBBBBBBBBBBBBBBB");

  private static Map<String, String> in(String session) {
    return Map.of("session", session);
  }

  private ObjectNode held(ToldApplication application) {
    return application.step(NOW, "SEAT_HELD", in(CILEGON), CILEGON);
  }

  private Map<String, Integer> regular() {
    return here.figures("CLG", TODAY, "REGULAR");
  }

  @Test
  void aSeatThatIsHeldIsTaken() {
    here.isTold(sitis.step(NOW, "REGISTERED", Map.of(), null), held(sitis));

    assertThat(regular()).isEqualTo(Map.of("held", 1, "seatsTaken", 1));
  }

  @Test
  void aPaymentTakesNoOtherSeat() {
    here.isTold(held(sitis), sitis.step(NOW, "PAYMENT_RECEIVED", paid(CILEGON), CILEGON));

    assertThat(regular()).isEqualTo(Map.of("held", 1, "paid", 1, "seatsTaken", 1));
  }

  private static Map<String, String> paid(String session) {
    return Map.of("aggregator", "standard", "session", session);
  }

  @Test
  void lateMoneyCountsWhereTheSeatWas() {
    here.isTold(
        held(sitis),
        sitis.step(NOW, "HOLD_EXPIRED", in(CILEGON), null),
        sitis.step(NOW, "PAYMENT_RECEIVED", paid(CILEGON), null),
        sitis.step(NOW, "SEAT_CHOSEN", in(EXPRESS), EXPRESS));

    assertThat(regular())
        .isEqualTo(Map.of("held", 1, "expired", 1, "paid", 1, "seatsTaken", 1, "seatsReturned", 1));
    assertThat(here.figures("CLG", TODAY, "EXPRESS")).isEqualTo(Map.of("seatsTaken", 1));
  }

  @Test
  void aMoveCountsWhereItLeftAndTheSeatWhereItWent() {
    here.isTold(
        held(sitis),
        sitis.step(NOW, "SEAT_MOVED", Map.of("from", CILEGON, "session", JAYAPURA), JAYAPURA));

    assertThat(regular())
        .isEqualTo(Map.of("held", 1, "moved", 1, "seatsTaken", 1, "seatsReturned", 1));
    assertThat(here.figures("JAP", TODAY, "REGULAR")).isEqualTo(Map.of("seatsTaken", 1));
  }

  @Test
  void whoeverLeavesASeatReturnsIt() {
    here.isTold(
        held(sitis),
        sitis.step(NOW, "SEAT_GIVEN_BACK", in(CILEGON), null),
        held(sitis),
        sitis.step(NOW, "BOOKING_REOPENED", Map.of("session", CILEGON, "reason", "why"), null),
        held(sitis),
        sitis.step(NOW, "CANCELLED", in(CILEGON), null));

    assertThat(regular())
        .isEqualTo(Map.of("held", 3, "cancelled", 1, "seatsTaken", 3, "seatsReturned", 3));
  }

  @Test
  void whatConcernsNoSeatCountsNowhere() {
    here.faults.down("statistics.count");

    here.isTold(
        sitis.step(NOW, "REGISTERED", Map.of(), null),
        sitis.step(NOW, "DOCUMENT_VERIFIED", Map.of("kind", "ID_CARD"), null),
        sitis.fence(),
        sitis.step(NOW, "CANCELLED", Map.of(), null),
        sitis.besideIt(),
        sitis.deletion());

    assertThat(here.isTold()).as("an event without a record").isEmpty();
    assertThat(regular()).isEmpty();
  }

  @Test
  void theDayIsThatOfTheOffice() {
    Instant evening = Instant.parse("2026-11-23T16:30:00Z");

    here.isTold(
        sitis.step(evening, "SEAT_HELD", in(CILEGON), CILEGON),
        budis.step(evening, "SEAT_HELD", in(JAYAPURA), JAYAPURA));

    assertThat(here.figures("CLG", "2026-11-23", "REGULAR")).containsEntry("held", 1);
    assertThat(here.figures("JAP", "2026-11-23", "REGULAR")).isEmpty();
    assertThat(here.figures("JAP", "2026-11-24", "REGULAR")).containsEntry("held", 1);
  }

  @Test
  void aStepCountsOnceHoweverOftenItIsTold() {
    ObjectNode first = held(sitis);
    ObjectNode second = held(budis);

    here.isTold(first);
    here.isTold(first, second);
    here.isTold(first, second);

    assertThat(regular()).isEqualTo(Map.of("held", 2, "seatsTaken", 2));
  }

  @Test
  void theNewEntriesAreFoundHoweverManyMovedBesideTheItem() {
    ObjectNode first = held(sitis);
    sitis.movesEntries();

    here.isTold(first, sitis.step(NOW, "HOLD_EXPIRED", in(CILEGON), null));

    assertThat(regular())
        .isEqualTo(Map.of("held", 1, "expired", 1, "seatsTaken", 1, "seatsReturned", 1));
  }

  @Test
  void aStoreThatIsDownStopsTheBatchWhereItIs() {
    ObjectNode first = held(sitis);
    ObjectNode second = held(budis);
    ObjectNode third = sitis.step(NOW, "HOLD_EXPIRED", in(CILEGON), null);
    here.faults.before("statistics.count", () -> {}).down("statistics.count");

    assertThat(here.isTold(first, second, third))
        .containsExactly(ToldApplication.sequenceNumber(second));

    assertThat(regular()).isEqualTo(Map.of("held", 1, "seatsTaken", 1));
    assertThat(here.isTold(second, third)).isEmpty();
    assertThat(regular())
        .isEqualTo(Map.of("held", 2, "expired", 1, "seatsTaken", 2, "seatsReturned", 1));
  }

  @Test
  void aStepWhoseAnswerWasLostIsNotCountedAgain() {
    ObjectNode first = held(sitis);
    ObjectNode second = held(budis);
    here.faults.answerLost("statistics.count");

    assertThatThrownBy(() -> here.isTold(first, second)).isInstanceOf(Unavailable.class);
    assertThat(here.isTold(first, second)).isEmpty();

    assertThat(regular()).isEqualTo(Map.of("held", 2, "seatsTaken", 2));
  }

  /** Then the mapping halves the batch, until what cannot be done is alone. */
  @Test
  void theFirstOfABatchFailsTheCall() {
    ObjectNode first = held(sitis);
    here.faults.down("statistics.count");

    assertThatThrownBy(() -> here.isTold(first, held(budis))).isInstanceOf(Unavailable.class);

    assertThat(regular()).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadFailsAloneAndSaysNothingOfItself() {
    ObjectNode good = held(sitis);
    ObjectNode bad = budis.step(NOW, "SITI_AMINAH_DANCED", Map.of(), null);
    ObjectNode after = sitis.step(NOW, "SEAT_GIVEN_BACK", in(CILEGON), null);

    assertThat(here.isTold(good, bad, after)).containsExactly(ToldApplication.sequenceNumber(bad));
    assertThatThrownBy(() -> here.isTold(bad, after))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining(ToldApplication.sequenceNumber(bad))
        .hasMessageNotContaining("DANCED")
        .hasNoCause();
    assertThat(here.isTold(after)).isEmpty();

    assertThat(regular()).isEqualTo(Map.of("held", 1, "seatsTaken", 1, "seatsReturned", 1));
  }

  @Test
  void aStepOfAnOfficeThatIsGoneIsToldToAPersonAndHoldsNobodyUp() {
    assertThat(here.isTold(sitis.step(NOW, "SEAT_HELD", in(GONE), GONE), held(budis))).isEmpty();

    assertThat(regular()).isEqualTo(Map.of("held", 1, "seatsTaken", 1));
    assertThat(here.logged().lines().filter(line -> line.contains("\"ERROR\"")))
        .singleElement()
        .asString()
        .contains("step-of-no-office", "AAAAAAAAAAAAAAAA", GONE, "request-1");
  }

  @Test
  void aMoveFromAnOfficeThatIsGoneCountsWhereItWent() {
    here.isTold(sitis.step(NOW, "SEAT_HELD", in(GONE), GONE));

    assertThat(
            here.isTold(
                sitis.step(NOW, "SEAT_MOVED", Map.of("from", GONE, "session", CILEGON), CILEGON)))
        .isEmpty();

    assertThat(regular()).isEqualTo(Map.of("seatsTaken", 1));
  }

  @Test
  void theLogNamesApplicationsAndNobody() {
    here.isTold(held(sitis));

    assertThat(here.logged())
        .contains("AAAAAAAAAAAAAAAA")
        .contains("request-1")
        .contains("\"outcome\":\"counted\"")
        .doesNotContain("siti");
  }

  /** What those who watch want to know of it: once a step, whatever it is told. */
  @Test
  void whatAStepMeansToTheWholeSystemIsMeasuredOnce() {
    ObjectNode taken = held(sitis);
    here.isTold(taken);
    here.isTold(taken);
    here.isTold(sitis.step(NOW, "PAYMENT_RECEIVED", paid(CILEGON), CILEGON));
    here.isTold(held(budis));
    budis.isToBePaidBy(NOW.minusSeconds(200));
    here.isTold(budis.step(NOW, "HOLD_EXPIRED", in(CILEGON), null));

    assertThat(here.logged().lines().filter(line -> line.contains("CloudWatchMetrics")))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"Holds\":1"),
            line -> assertThat(line).contains("\"Confirmations\":1"),
            line -> assertThat(line).contains("\"Holds\":1"),
            line -> assertThat(line).contains("\"Expiries\":1", "\"FreedAfterDeadline\":200"));
  }

  /** Late money that won no seat is on nobody's list of people who come. */
  @Test
  void moneyWithoutASeatConfirmsNothing() {
    here.isTold(
        held(sitis),
        sitis.step(NOW, "HOLD_EXPIRED", in(CILEGON), null),
        sitis.step(NOW, "PAYMENT_RECEIVED", paid(CILEGON), null));

    assertThat(here.logged()).doesNotContain("Confirmations");
  }
}
