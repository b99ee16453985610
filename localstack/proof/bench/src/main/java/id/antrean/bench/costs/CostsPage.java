package id.antrean.bench.costs;

import id.antrean.domain.Retention;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code infra/costs.md}, made of the data beside it. */
public final class CostsPage {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Prices prices;
  private final Costing costing;
  private final OpeningCrowd crowd;

  private CostsPage(Prices prices, Costing costing, OpeningCrowd crowd) {
    this.prices = prices;
    this.costing = costing;
    this.crowd = crowd;
  }

  /**
   * Reads what it is made of.
   *
   * @param project the folder of template.yaml
   * @throws IllegalArgumentException if a price, a step or an assumption is missing
   */
  public static CostsPage of(Path project) {
    Path data = project.resolve("infra/costs");
    return new CostsPage(
        Prices.read(data.resolve("prices.csv")),
        new Costing(
            CountedWork.read(data.resolve("counted.csv")),
            Life.read(data.resolve("life.csv")),
            Assumed.read(data.resolve("assumed.csv")),
            Deployed.read(project)),
        OpeningCrowd.read(project.resolve("localstack/proof/bench/baseline.json")));
  }

  /** Where it is kept. */
  public static Path in(Path project) {
    return project.resolve("infra/costs.md");
  }

  /** The whole page. */
  public String text() {
    return """
    # What it costs

    What AWS charges for this system in Jakarta, in US dollars: without tax, without free allowances and discounts, and without what is not
    AWS (aggregators' fees, Dukcapil, text messages, people). Prices are those of [`prices.csv`](costs/prices.csv), the newest of %s. **Of %d
    of them %d were checked at their sources, the rest is from memory: whoever plans money checks them first.** `./antrean costs --write`
    writes this page, and a test recomputes every figure of it.

    | | US$ |
    |---|---:|
    | one application, from the form to the end of the visit | %s |
    | 1,000 applications | %s |
    | keeping what 1,000 applications leave, each month | %s |
    | … for the %d months that it has to be kept | %s |
    | what stands there, each month, whether anybody comes or not | %s |
    | the first month at %s applications a day | %s |
    | a month at %s a day when %d months of them are kept | %s |
    | an opening: %s people for %s seats | %s |

    An opening is what comes on top when seats are released: everybody looks %s times, tries once, and most are told that all is sold. An
    application's own hold is in both.

    ## 1,000 applications, by what is charged

    | | how much | of | US$ |
    |---|---:|---|---:|
    %s
    ## 1,000 applications, step by step

    What each step asks for once is in [`counted.csv`](costs/counted.csv), counted on the whole stack by real calls; how often it is taken, and
    why, in [`life.csv`](costs/life.csv).

    | step | times | requests | written | read | US$ |
    |---|---:|---:|---:|---:|---:|
    %s
    ## What 1,000 applications leave, each month

    | | how much | of | US$ |
    |---|---:|---|---:|
    %s
    ## What stands there, each month

    | | how much | of | US$ |
    |---|---:|---|---:|
    %s
    ## What weighs most, and what would halve it

    %s
    ## How a figure is made

    A price times an amount. Amounts are counted, but for what [`assumed.csv`](costs/assumed.csv) says, each with its reason. A function is paid for the
    time of an event: %s ms of a processor, of which it has the share that its memory (`template.yaml`) buys, and %s ms for each of its
    calls of AWS. It logs what was counted and %s bytes that Lambda adds. A timer is %d states and %s transitions beside them. What functions do by
    schedule is counted with the first offices; a sweep costs more with more of them. The crowd of an opening is that of the bench's
    [baseline](../localstack/proof/bench/baseline.json).

    What is kept is reckoned for whole months, and messages, files and records as if each came by itself; AWS hands over several at once, which
    costs less.

    When a price changes or is checked, add a row with its day; when the code does, `./antrean costs --measure` counts anew, in two minutes. Then
    `./antrean costs --write`.
    """
        .formatted(
            prices.day(),
            Charge.values().length,
            checked(),
            dollars(application(), 5),
            dollars(application().multiply(THOUSAND), 2),
            dollars(kept().multiply(THOUSAND), 2),
            months(),
            dollars(kept().multiply(THOUSAND).multiply(BigDecimal.valueOf(months())), 2),
            dollars(standing(), 2),
            amount(day()),
            dollars(month(BigDecimal.ONE), 0),
            amount(day()),
            months(),
            dollars(month(BigDecimal.valueOf(months())), 0),
            amount(crowd.arrivals()),
            amount(crowd.seats()),
            dollars(costing.opening(crowd).usd(prices), 2),
            amount(assumed("looks of an arrival at an opening")),
            byCharge(costing.application().times(THOUSAND)),
            bySteps(),
            byCharge(costing.kept().times(THOUSAND)),
            byCharge(costing.standing()),
            halving(),
            assumed("processor ms of an event"),
            assumed("ms of a call"),
            assumed("log bytes that Lambda adds to an event"),
            costing.deployed().timerStates(),
            assumed("transitions of a timer beside its states"));
  }

  private long checked() {
    return Arrays.stream(Charge.values()).filter(charge -> prices.of(charge).checked()).count();
  }

  private BigDecimal application() {
    return costing.application().usd(prices);
  }

  private BigDecimal kept() {
    return costing.kept().usd(prices);
  }

  private BigDecimal standing() {
    return costing.standing().usd(prices);
  }

  /** Kept as long as the law says, of which domain/retention.csv has a row. */
  private long months() {
    Instant from = Instant.parse(prices.day() + "T00:00:00Z");
    return ChronoUnit.MONTHS.between(
        from.atZone(ZoneOffset.UTC), Retention.until("application", from).atZone(ZoneOffset.UTC));
  }

  private BigDecimal assumed(String name) {
    return costing.assumed().of(name);
  }

  private BigDecimal day() {
    return assumed("applications of a day");
  }

  private BigDecimal applicationsOfAMonth() {
    return day().multiply(assumed("days of a month"));
  }

  private BigDecimal month(BigDecimal monthsKept) {
    return applicationsOfAMonth()
        .multiply(application().add(kept().multiply(monthsKept)))
        .add(standing());
  }

  private String byCharge(Charges charges) {
    return Arrays.stream(Charge.values())
        .filter(charge -> charges.amount(charge).signum() != 0)
        .sorted(
            Comparator.comparing((Charge charge) -> prices.of(charge).of(charges.amount(charge)))
                .reversed())
        .map(
            charge ->
                "| %s | %s | %s | %s |\n"
                    .formatted(
                        prices.of(charge).service(),
                        amount(charges.amount(charge)),
                        charge,
                        dollars(prices.of(charge).of(charges.amount(charge)), 3)))
        .collect(Collectors.joining());
  }

  private String bySteps() {
    return costing.steps().stream()
        .map(
            step -> {
              Charges its = costing.step(step).times(THOUSAND);
              return "| %s | %s | %s | %s | %s | %s |\n"
                  .formatted(
                      step,
                      costing.life().times().get(step),
                      amount(its.amount(Charge.GATEWAY_REQUEST)),
                      amount(its.amount(Charge.WRITE_UNIT)),
                      amount(its.amount(Charge.READ_UNIT)),
                      dollars(its.usd(prices), 3));
            })
        .collect(Collectors.joining());
  }

  private String halving() {
    Charges all = costing.application();
    BigDecimal total = application();
    Map<String, BigDecimal> services = new LinkedHashMap<>();
    for (Charge charge : Charge.values()) {
      services.merge(
          prices.of(charge).service(), prices.of(charge).of(all.amount(charge)), BigDecimal::add);
    }
    List<Map.Entry<String, BigDecimal>> heaviest =
        services.entrySet().stream()
            .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
            .limit(3)
            .toList();
    String weights =
        heaviest.stream()
            .map(it -> "%s %s %%".formatted(it.getKey(), percent(it.getValue(), total)))
            .collect(Collectors.joining(", "));
    BigDecimal keeping = kept().multiply(BigDecimal.valueOf(months()));
    return """
    Of what an application costs on its way: %s. Keeping what it leaves for %d months costs %s times as much
    as all of that, and nearly all of it is papers.

    | if | 1,000 applications and their keeping | instead of |
    |---|---:|---:|
    | papers lay where they are seldom read (S3 Glacier Instant Retrieval), moving them there aside | %s | %s |
    | papers had half their bytes (a client that makes pictures smaller) | %s | %s |

    | if | 1,000 applications | instead of |
    |---|---:|---:|
    | people and screens looked half as often (`ETag` spares bytes, and no request) | %s | %s |
    | the gateway was an HTTP API, which has no gateway responses and no tracing | %s | %s |
    | a hold waited on the queue alone, a quarter of an hour at a time, and on no timer | %s | %s |
    """
        .formatted(
            weights,
            months(),
            keeping.divide(total, 0, RoundingMode.HALF_UP),
            thousand(total.add(rarely())),
            thousand(total.add(keeping)),
            thousand(total.add(smaller())),
            thousand(total.add(keeping)),
            thousand(costing.with(costing.life().looking(this::half)).application().usd(prices)),
            thousand(total),
            thousand(byHttpApi()),
            thousand(total),
            thousand(withoutTimer()),
            thousand(total));
  }

  private BigDecimal rarely() {
    Charges kept = costing.kept();
    BigDecimal papers = kept.amount(Charge.FILE_GB_MONTH);
    return kept()
        .subtract(prices.of(Charge.FILE_GB_MONTH).of(papers))
        .add(prices.named("rare file gb month").of(papers))
        .multiply(BigDecimal.valueOf(months()));
  }

  private BigDecimal smaller() {
    String paper = "bytes of a paper";
    return costing
        .with(costing.assumed().with(paper, half(assumed(paper))))
        .kept()
        .usd(prices)
        .multiply(BigDecimal.valueOf(months()));
  }

  private BigDecimal byHttpApi() {
    BigDecimal requests = costing.application().amount(Charge.GATEWAY_REQUEST);
    return application()
        .subtract(prices.of(Charge.GATEWAY_REQUEST).of(requests))
        .add(prices.named("http api request").of(requests));
  }

  /** Looked after as often as the longest delay of a queue fits into the time to pay. */
  private BigDecimal withoutTimer() {
    Charges look = costing.step("a held seat is looked after");
    BigDecimal timer = prices.of(Charge.TRANSITION).of(look.amount(Charge.TRANSITION));
    BigDecimal oneLook = look.usd(prices).subtract(timer);
    BigDecimal looks =
        BigDecimal.valueOf(
            costing.deployed().paymentWindow().dividedBy(costing.deployed().longestDelay()) - 1);
    return application().subtract(timer).add(oneLook.multiply(looks));
  }

  private BigDecimal half(BigDecimal value) {
    return value.divide(TWO, MathContext.DECIMAL64);
  }

  private static String thousand(BigDecimal one) {
    return dollars(one.multiply(THOUSAND), 2);
  }

  private static String percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP).toPlainString();
  }

  private static String dollars(BigDecimal usd, int digits) {
    return String.format(
        Locale.ROOT, "%,." + digits + "f", usd.setScale(digits, RoundingMode.HALF_UP));
  }

  /** Whole if it is large. */
  private static String amount(BigDecimal amount) {
    int digits = amount.abs().compareTo(BigDecimal.TEN) >= 0 ? 0 : 3;
    BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
    BigDecimal shown = rounded.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, shown.scale()) + "f", shown);
  }
}
