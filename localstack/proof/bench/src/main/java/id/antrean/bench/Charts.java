package id.antrean.bench;

import id.antrean.bench.Chart.Curve;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The curves of the report. */
final class Charts {
  private static final double SLICE = 0.25;
  private static final int MOMENTS = 120;

  private Charts() {}

  /** How many were answered by when: ours beside the bare loop. */
  static Chart ofHotSeat(HotSeat.Round round) {
    double longest = Math.max(round.product().seconds(), round.bare().seconds());
    List<Double> moments =
        IntStream.rangeClosed(0, MOMENTS).mapToObj(i -> longest * i / MOMENTS).toList();
    return new Chart(
        "Hot seat: answered by then",
        "contenders",
        moments,
        List.of(
            answeredBy("ours", round.product(), moments),
            answeredBy("bare loop", round.bare(), moments)));
  }

  private static Curve answeredBy(String name, Rush rush, List<Double> moments) {
    return new Curve(
        name,
        moments.stream()
            .map(moment -> rush.first() + (long) (moment * 1e9))
            .map(
                by ->
                    (double) count(rush.answers(), answer -> true, Answer::at, Long.MIN_VALUE, by))
            .toList());
  }

  static List<Chart> ofOpening(Opening.Opened opened) {
    Rush rush = opened.rush();
    double first = (rush.first() - opened.openedAt()) / 1e9;
    double end = first + rush.seconds();
    List<Double> slices =
        Stream.iterate(Math.floor(first), at -> at <= end, at -> at + SLICE).toList();
    return List.of(
        new Chart(
            "Opening: arrivals and answers",
            "a second",
            slices,
            List.of(
                rate("arrivals", opened, slices, answer -> true, Answer::due),
                rate("answered", opened, slices, answer -> true, Answer::at),
                rate("sold", opened, slices, Answer::won, Answer::at))),
        new Chart(
            "Opening: seats sold by then",
            "seats",
            slices,
            List.of(
                new Curve(
                    "sold",
                    slices.stream()
                        .map(slice -> nanos(opened, slice))
                        .map(
                            by ->
                                (double)
                                    count(
                                        rush.answers(),
                                        Answer::won,
                                        Answer::at,
                                        Long.MIN_VALUE,
                                        by))
                        .toList()))),
        new Chart(
            "Opening: from arrival to answer",
            "ms",
            slices,
            List.of(
                latency("p50", opened, slices, 50),
                latency("p99", opened, slices, 99),
                latency("longest", opened, slices, 100))));
  }

  private static Curve rate(
      String name,
      Opening.Opened opened,
      List<Double> slices,
      Predicate<Answer> which,
      ToLongFunction<Answer> when) {
    return new Curve(
        name,
        slices.stream()
            .map(
                slice ->
                    count(
                            opened.rush().answers(),
                            which,
                            when,
                            nanos(opened, slice),
                            nanos(opened, slice + SLICE))
                        / SLICE)
            .toList());
  }

  private static Curve latency(
      String name, Opening.Opened opened, List<Double> slices, double percentile) {
    return new Curve(
        name,
        slices.stream()
            .map(
                slice ->
                    Rush.millis(
                        opened.rush().answers().stream()
                            .filter(
                                answer ->
                                    answer.due() >= nanos(opened, slice)
                                        && answer.due() < nanos(opened, slice + SLICE)),
                        percentile))
            .toList());
  }

  private static long nanos(Opening.Opened opened, double second) {
    return opened.openedAt() + (long) (second * 1e9);
  }

  private static long count(
      List<Answer> answers,
      Predicate<Answer> which,
      ToLongFunction<Answer> when,
      long from,
      long until) {
    return answers.stream()
        .filter(which)
        .mapToLong(when)
        .filter(moment -> moment >= from && moment < until)
        .count();
  }
}
