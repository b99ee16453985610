package id.antrean.bench;

import id.antrean.bench.Figure.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The numbers of the three parts. */
final class Figures {

  private Figures() {}

  static List<Figure> ofHotSeat(List<HotSeat.Round> rounds, String sessionsTable) {
    List<Rush> product = rounds.stream().map(HotSeat.Round::product).toList();
    List<Rush> bare = rounds.stream().map(HotSeat.Round::bare).toList();
    return List.of(
        Figure.of("hot.answered", "answered, ours", median(product, Rush::perSecond), "/s"),
        Figure.of("hot.bare", "answered, bare loop", median(bare, Rush::perSecond), "/s"),
        Figure.of(
                "hot.ratio",
                "ours to the bare loop",
                median(rounds, round -> round.product().perSecond() / round.bare().perSecond()),
                "×")
            .aiming(Sign.AT_LEAST, 10),
        Figure.of("hot.sold", "seats sold", least(product, Rush::percentSold), "%")
            .must(Sign.EXACTLY, 100),
        Figure.of("hot.oversold", "seats oversold", most(product, Rush::oversold), "")
            .must(Sign.EXACTLY, 0),
        Figure.of("hot.unavailable", "told to come again", most(product, Rush::unavailable), ""),
        Figure.of(
            "hot.shed", "losers a crowd came before", median(product, it -> it.shed().size()), ""),
        Figure.of(
                "hot.shed.writes",
                "writes of each of them, at most",
                most(shed(product), Answer::writes),
                "")
            .must(Sign.EXACTLY, 0),
        Figure.of(
            "hot.shed.calls", "store calls of all of them", median(product, Rush::shedCalls), ""),
        Figure.of(
            "hot.asked", "losers who cost a write", median(product, Rush::losersWhoWrote), ""),
        Figure.of(
                "hot.winner.calls",
                "store calls of a winner, at most",
                most(winners(product), it -> it.calls().size()),
                "")
            .aiming(Sign.AT_MOST, 4),
        Figure.of(
                "hot.winner.writes",
                "its writes to the hot item, at most",
                most(
                    winners(product),
                    it -> it.calls().stream().filter(c -> c.writesTo(sessionsTable)).count()),
                "")
            .aiming(Sign.EXACTLY, 1),
        latency("hot.p50", "answer, ours, p50", product, 50),
        latency("hot.p99", "answer, ours, p99", product, 99),
        latency("bare.p50", "answer, bare loop, p50", bare, 50),
        latency("bare.p99", "answer, bare loop, p99", bare, 99),
        Figure.of(
            "hot.winner.p99",
            "a winner's answer, p99",
            median(product, it -> Rush.millis(it.winners(), 99)),
            "ms"));
  }

  private static Figure latency(String key, String what, List<Rush> rushes, double percentile) {
    return Figure.of(
        key, what, median(rushes, it -> Rush.millis(it.answers().stream(), percentile)), "ms");
  }

  static List<Figure> ofOpening(Rush opening) {
    return List.of(
        Figure.of("open.answered", "answered, on average", opening.perSecond(), "/s"),
        Figure.of("open.sold", "seats sold", opening.percentSold(), "%").must(Sign.EXACTLY, 100),
        Figure.of("open.oversold", "seats oversold", opening.oversold(), "").must(Sign.EXACTLY, 0),
        Figure.of("open.unavailable", "told to come again", opening.unavailable(), ""),
        Figure.of("open.asked", "losers who cost a write", opening.losersWhoWrote(), ""),
        Figure.of(
            "open.calls.loser", "store calls of a loser, on average", opening.callsOfLoser(), ""),
        latency("open.p50", "from arrival to answer, p50", List.of(opening), 50),
        latency("open.p99", "from arrival to answer, p99", List.of(opening), 99),
        latency("open.max", "from arrival to answer, longest", List.of(opening), 100));
  }

  static List<Figure> ofCosts(Costs.Bill bill, String sessionsTable) {
    List<StoreCall> lastWinner = bill.winners().getLast();
    // The store answers a refusal without its price: like a write of the item as it stands.
    double refusedClaim = units(lastWinner.stream().filter(c -> c.writesTo(sessionsTable)));
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        List.of(
            Figure.of("cost.read", "winner: read", part(bill, "GetItem"), "CU"),
            Figure.of("cost.claim", "winner: claim", part(bill, "UpdateItem"), "CU"),
            Figure.of("cost.bind", "winner: bind", part(bill, "TransactWriteItems"), "CU")
                .aiming(Sign.AT_MOST, 12),
            Figure.of("cost.winner", "winner", mean(bill.winners()), "CU"),
            Figure.of(
                "cost.asked",
                "loser asked at the store: as reported",
                units(bill.asked().getFirst().stream()),
                "CU"),
            Figure.of(
                "cost.asked.claim",
                "  and its refused claim, as AWS charges it",
                refusedClaim,
                "CU"),
            Figure.of("cost.shed", "loser turned away", units(bill.shed().stream()), "CU")
                .aiming(Sign.EXACTLY, 0)));
    List<Figure> together = ofLife("cost.application", "papers come together", bill.together());
    figures.add(together.getFirst().aiming(Sign.AT_MOST, 45));
    figures.add(together.get(1).aiming(Sign.AT_MOST, 14));
    figures.addAll(together.subList(2, together.size()));
    figures.addAll(ofLife("cost.oneByOne", "papers come one by one", bill.oneByOne()));
    return figures;
  }

  /** Without what counts requests, which has lines of its own. */
  private static List<Figure> ofLife(String key, String how, List<Life.Step> steps) {
    List<StoreCall> calls = steps.stream().flatMap(step -> step.calls().stream()).toList();
    List<StoreCall> allowances = steps.stream().flatMap(it -> it.allowances().stream()).toList();
    List<Figure> figures = new ArrayList<>();
    figures.addAll(ofCalls(key, "whole application, register to paid: " + how, "  ", calls));
    steps.forEach(
        step ->
            figures.addAll(
                ofCalls(key + "." + step.key(), "  " + step.what(), "    ", step.calls())));
    figures.addAll(ofCalls(key + ".allowances", "  and counting its requests", "    ", allowances));
    return figures;
  }

  private static List<Figure> ofCalls(
      String key, String what, String indent, List<StoreCall> calls) {
    return List.of(
        Figure.of(key, what, units(calls.stream()), "CU"),
        Figure.of(key + ".calls", indent + "its store calls", calls.size(), ""));
  }

  private static double part(Costs.Bill bill, String operation) {
    return mean(
        bill.winners().stream()
            .map(calls -> calls.stream().filter(c -> c.operation().equals(operation)).toList())
            .toList());
  }

  private static double mean(List<List<StoreCall>> all) {
    return all.stream().mapToDouble(calls -> units(calls.stream())).average().orElseThrow();
  }

  private static double units(Stream<StoreCall> calls) {
    return calls.mapToDouble(StoreCall::units).sum();
  }

  private static List<Answer> winners(List<Rush> rushes) {
    return rushes.stream().flatMap(Rush::winners).toList();
  }

  private static List<Answer> shed(List<Rush> rushes) {
    return rushes.stream().flatMap(rush -> rush.shed().stream()).toList();
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> value) {
    double[] sorted = values(all, value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static <T> double most(List<T> all, ToDoubleFunction<T> value) {
    return values(all, value).max().orElse(0);
  }

  private static <T> double least(List<T> all, ToDoubleFunction<T> value) {
    return values(all, value).min().orElse(0);
  }

  private static <T> DoubleStream values(List<T> all, ToDoubleFunction<T> value) {
    return all.stream().mapToDouble(value);
  }
}
