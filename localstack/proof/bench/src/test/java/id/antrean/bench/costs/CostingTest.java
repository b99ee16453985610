package id.antrean.bench.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is charged for, reckoned by hand of a life with two steps. */
class CostingTest {
  private static final Deployed DEPLOYED =
      new Deployed(
          2,
          3,
          4,
          1,
          Map.of("BookingFunction", 512, "CountingFunction", 1024, "SweepFunction", 512),
          Map.of("SweepFunction", Duration.ofHours(12)),
          List.of("CountingFunction"),
          2,
          Duration.ofHours(2),
          Duration.ofMinutes(15));

  private static final List<Work> COUNTED =
      List.of(
          Work.of("hold", "BookingFunction", Unit.REQUEST, 1),
          Work.of("hold", "BookingFunction", Unit.CALL, 5),
          Work.of("hold", "BookingFunction", Unit.WRITE_UNIT, 15),
          Work.of("hold", "BookingFunction", Unit.READ_UNIT, 0.5),
          Work.of("hold", "BookingFunction", Unit.LOG_BYTE, 300),
          Work.of("hold", "BookingFunction", Unit.TIMER, 1),
          Work.of("hold", "BookingFunction", Unit.STREAM_RECORD, 1),
          Work.of("hold", "people", Unit.ANSWER_BYTE, 900),
          Work.of("hold", "tables", Unit.STORED_BYTE, 2000),
          Work.of("expire", "BookingFunction", Unit.MESSAGE, 1),
          Work.of("expire", "tables", Unit.STORED_BYTE, -1000),
          Work.of("SweepFunction", "SweepFunction", Unit.READ_UNIT, 3));

  private final Map<String, BigDecimal> assumed = new HashMap<>();
  private Costing costing;

  @BeforeEach
  void assume() {
    assume("processor ms of an event", "10");
    assume("processor ms of a paper", "50");
    assume("MB with a whole processor", "1024");
    assume("share of cold starts", "0.1");
    assume("ms of a start", "100");
    assume("ms of moving a paper", "100");
    assume("ms of a call", "4");
    assume("log bytes that Lambda adds to an event", "700");
    assume("months that logs are kept", "3");
    assume("heading bytes of an answer", "100");
    assume("share of requests traced", "0.05");
    assume("queue requests of a message", "3");
    assume("transitions of a timer beside its states", "2");
    assume("puts of a paper", "2");
    assume("gets of a paper", "1");
    assume("bytes of a paper", "1000000");
    assume("days of a month", "30");
    assume("key requests of a month", "7");
    assume("secret requests of a month", "8");
    assume("looks at an empty queue in a minute", "15");
    assume("traces of a second", "0");
    assume("metrics of our own", "5");
    costing =
        new Costing(
            new CountedWork(COUNTED),
            new Life(Map.of("hold", BigDecimal.valueOf(2), "expire", BigDecimal.ONE)),
            new Assumed(assumed),
            DEPLOYED);
  }

  private void assume(String name, String value) {
    assumed.put(name, new BigDecimal(value));
  }

  @Test
  void aStepIsChargedForWhatItAsksAndForTheFunctionsThatRun() {
    Charges hold = costing.once("hold");

    is(hold, Charge.GATEWAY_REQUEST, "1");
    is(hold, Charge.WRITE_UNIT, "15");
    is(hold, Charge.READ_UNIT, "0.5");
    is(hold, Charge.TRANSITION, "4");
    is(hold, Charge.TRACE, "0.05");
    is(hold, Charge.TRANSFER_GB, "0.000001");
    // The reader of the stream is called too.
    is(hold, Charge.FUNCTION_REQUEST, "2");
    // 10 ms of half a processor, a tenth of a start, five calls: 50 ms of half a GB; and of a whole
    // one 10 ms and a tenth of a start.
    is(hold, Charge.FUNCTION_GB_SECOND, "0.045");
    is(hold, Charge.LOG_GB, "0.0000017");
    is(hold, Charge.LOG_GB_MONTH, "0.0000051");
  }

  @Test
  void anApplicationTakesEachStepSoAndSoOften() {
    Charges application = costing.application();

    is(application, Charge.GATEWAY_REQUEST, "2");
    is(application, Charge.QUEUE_REQUEST, "3");
    is(application, Charge.FUNCTION_REQUEST, "5");
    is(costing.kept(), Charge.TABLE_GB_MONTH, "0.000003");
  }

  @Test
  void whatStandsThereIsChargedForWhoeverComes() {
    Charges standing = costing.standing();

    is(standing, Charge.KEY_MONTH, "2");
    is(standing, Charge.SECRET_MONTH, "3");
    is(standing, Charge.ALARM_METRIC_MONTH, "4");
    is(standing, Charge.OWN_METRIC_MONTH, "5");
    is(standing, Charge.QUEUE_REQUEST, "648000");
    is(standing, Charge.FUNCTION_REQUEST, "60");
    is(standing, Charge.READ_UNIT, "180");
  }

  private static void is(Charges charges, Charge charge, String amount) {
    assertThat(charges.amount(charge)).as(charge.price()).isEqualByComparingTo(amount);
  }
}
