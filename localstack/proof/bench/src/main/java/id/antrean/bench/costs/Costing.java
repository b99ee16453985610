package id.antrean.bench.costs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of what was counted what is charged for. */
record Costing(CountedWork counted, Life life, Assumed assumed, Deployed deployed) {
  private static final String HOLDS = "BookingFunction";
  private static final String READS_PAPERS = "VerificationFunction";
  private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MB_OF_A_GB = BigDecimal.valueOf(1024);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal MINUTES_OF_A_DAY = BigDecimal.valueOf(1440);

  /** Of one application, whatever is kept of it afterwards aside. */
  Charges application() {
    return life.times().keySet().stream().map(this::step).reduce(Charges.NONE, Charges::plus);
  }

  /** Of a step, as often as it is taken for an application. */
  Charges step(String step) {
    return once(step).times(life.times().getOrDefault(step, BigDecimal.ONE));
  }

  /** Of a step, once. */
  Charges once(String step) {
    Map<String, Map<Unit, BigDecimal>> work = new HashMap<>();
    for (Work one : counted.of(step)) {
      work.computeIfAbsent(one.by(), any -> new HashMap<>()).put(one.unit(), one.amount());
    }
    BigDecimal told = counted.of(step, Unit.STREAM_RECORD);
    deployed
        .streamReaders()
        .forEach(reader -> work.computeIfAbsent(reader, any -> new HashMap<>()));
    Charges charges = Charges.NONE;
    for (Map.Entry<String, Map<Unit, BigDecimal>> by : work.entrySet()) {
      Amounts amounts = new Amounts(by.getValue());
      BigDecimal events = events(by.getKey(), amounts, told);
      charges = charges.plus(asked(amounts)).plus(run(by.getKey(), events, amounts));
    }
    return charges;
  }

  /** How often a function is called: one by one, where AWS may hand over several at once. */
  private BigDecimal events(String by, Amounts amounts, BigDecimal told) {
    if (deployed.streamReaders().contains(by)) {
      return told;
    }
    return deployed.schedules().containsKey(by)
        ? BigDecimal.ONE
        : amounts.of(Unit.REQUEST).add(amounts.of(Unit.MESSAGE));
  }

  private record Amounts(Map<Unit, BigDecimal> all) {
    BigDecimal of(Unit unit) {
      return all.getOrDefault(unit, BigDecimal.ZERO);
    }
  }

  /** Whoever asks for it. */
  private Charges asked(Amounts amounts) {
    BigDecimal requests = amounts.of(Unit.REQUEST);
    BigDecimal answers =
        amounts
            .of(Unit.ANSWER_BYTE)
            .add(requests.multiply(assumed.of("heading bytes of an answer")));
    BigDecimal files = amounts.of(Unit.FILE);
    return Charges.of(Charge.GATEWAY_REQUEST, requests)
        .plus(Charge.TRANSFER_GB, gigabytes(answers))
        .plus(Charge.TRACE, requests.multiply(assumed.of("share of requests traced")))
        .plus(
            Charge.QUEUE_REQUEST,
            amounts.of(Unit.MESSAGE).multiply(assumed.of("queue requests of a message")))
        .plus(Charge.WRITE_UNIT, amounts.of(Unit.WRITE_UNIT))
        .plus(Charge.READ_UNIT, amounts.of(Unit.READ_UNIT))
        .plus(Charge.KEY_REQUEST, amounts.of(Unit.KEY_REQUEST))
        .plus(
            Charge.TRANSITION,
            amounts
                .of(Unit.TIMER)
                .multiply(
                    BigDecimal.valueOf(deployed.timerStates())
                        .add(assumed.of("transitions of a timer beside its states"))))
        .plus(Charge.FILE_PUT, files.multiply(assumed.of("puts of a paper")))
        .plus(Charge.FILE_GET, files.multiply(assumed.of("gets of a paper")));
  }

  /** By a function. */
  private Charges run(String function, BigDecimal events, Amounts amounts) {
    Integer memory = deployed.memory().get(function);
    if (memory == null) {
      return Charges.NONE;
    }
    BigDecimal megabytes = BigDecimal.valueOf(memory);
    BigDecimal processors =
        megabytes.divide(assumed.of("MB with a whole processor"), MathContext.DECIMAL64);
    boolean readsPapers = function.equals(READS_PAPERS);
    BigDecimal work =
        assumed
            .of("processor ms of an event")
            .add(readsPapers ? assumed.of("processor ms of a paper") : BigDecimal.ZERO);
    BigDecimal waiting =
        assumed
            .of("share of cold starts")
            .multiply(assumed.of("ms of a start"))
            .add(readsPapers ? assumed.of("ms of moving a paper") : BigDecimal.ZERO);
    BigDecimal millis =
        events
            .multiply(work.divide(processors, MathContext.DECIMAL64).add(waiting))
            .add(amounts.of(Unit.CALL).multiply(assumed.of("ms of a call")));
    BigDecimal logged =
        amounts
            .of(Unit.LOG_BYTE)
            .add(events.multiply(assumed.of("log bytes that Lambda adds to an event")));
    return Charges.of(Charge.FUNCTION_REQUEST, events)
        .plus(
            Charge.FUNCTION_GB_SECOND,
            millis.multiply(megabytes).divide(MB_OF_A_GB.multiply(THOUSAND), MathContext.DECIMAL64))
        .plus(Charge.LOG_GB, gigabytes(logged))
        .plus(
            Charge.LOG_GB_MONTH,
            gigabytes(logged).multiply(assumed.of("months that logs are kept")));
  }

  /** What one application leaves, for a month. */
  Charges kept() {
    BigDecimal tables = BigDecimal.ZERO;
    BigDecimal files = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> step : life.times().entrySet()) {
      tables = tables.add(counted.of(step.getKey(), Unit.STORED_BYTE).multiply(step.getValue()));
      files = files.add(counted.of(step.getKey(), Unit.FILE).multiply(step.getValue()));
    }
    return Charges.of(Charge.TABLE_GB_MONTH, gigabytes(tables))
        .plus(Charge.BACKUP_GB_MONTH, gigabytes(tables))
        .plus(Charge.FILE_GB_MONTH, gigabytes(files.multiply(assumed.of("bytes of a paper"))));
  }

  /** What stands there costs in a month, whether anybody comes or not. */
  Charges standing() {
    BigDecimal days = assumed.of("days of a month");
    Charges charges =
        Charges.of(Charge.KEY_MONTH, BigDecimal.valueOf(deployed.keys()))
            .plus(Charge.KEY_REQUEST, assumed.of("key requests of a month"))
            .plus(Charge.SECRET_MONTH, BigDecimal.valueOf(deployed.secrets()))
            .plus(Charge.SECRET_REQUEST, assumed.of("secret requests of a month"))
            .plus(Charge.ALARM_METRIC_MONTH, BigDecimal.valueOf(deployed.alarmMetrics()))
            .plus(Charge.OWN_METRIC_MONTH, assumed.of("metrics of our own"))
            .plus(
                Charge.QUEUE_REQUEST,
                BigDecimal.valueOf(deployed.polledQueues())
                    .multiply(assumed.of("looks at an empty queue in a minute"))
                    .multiply(MINUTES_OF_A_DAY)
                    .multiply(days))
            .plus(
                Charge.TRACE,
                assumed.of("traces of a second").multiply(SECONDS_OF_A_DAY).multiply(days));
    for (String function : deployed.schedules().keySet()) {
      charges = charges.plus(once(function).times(deployed.runs(function, days)));
    }
    return charges;
  }

  /** An opening: everybody looks, tries, and most are refused. */
  Charges opening(OpeningCrowd crowd) {
    Amounts refusal =
        new Amounts(
            Map.of(
                Unit.REQUEST, BigDecimal.ONE,
                Unit.CALL, crowd.callsOfALoser(),
                Unit.READ_UNIT, crowd.callsOfALoser(),
                Unit.LOG_BYTE, counted.of("look at the application", Unit.LOG_BYTE)));
    Charges refused = asked(refusal).plus(run(HOLDS, BigDecimal.ONE, refusal));
    return once("hold")
        .times(crowd.seats())
        .plus(refused.times(crowd.arrivals().subtract(crowd.seats())))
        .plus(Charge.WRITE_UNIT, crowd.refusedClaims())
        .plus(
            once("look at a month")
                .times(crowd.arrivals().multiply(assumed.of("looks of an arrival at an opening"))));
  }

  /** With other data, to see what it would change. */
  Costing with(Life otherLife) {
    return new Costing(counted, otherLife, assumed, deployed);
  }

  Costing with(Assumed others) {
    return new Costing(counted, life, others, deployed);
  }

  private static BigDecimal gigabytes(BigDecimal bytes) {
    return bytes.divide(GB, MathContext.DECIMAL64);
  }

  /** The steps that are counted in a life. */
  List<String> steps() {
    return List.copyOf(life.times().keySet());
  }
}
