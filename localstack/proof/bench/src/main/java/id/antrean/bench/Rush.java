package id.antrean.bench;

import id.antrean.domain.seat.SoldOutFromMemory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A contest that is over.
 *
 * @param seats how many there were
 * @param taken how many the store counts as taken, over all sessions
 * @param oversold how many above the quota of their own session
 * @param processes among how many the contenders were spread, each with its own picture
 */
record Rush(List<Answer> answers, int seats, int taken, int oversold, int processes) {
  private static final double NANOS = 1e9;

  double seconds() {
    return (last() - first()) / NANOS;
  }

  long first() {
    return answers.stream().mapToLong(Answer::due).min().orElseThrow();
  }

  private long last() {
    return answers.stream().mapToLong(Answer::at).max().orElseThrow();
  }

  double perSecond() {
    return answers.size() / seconds();
  }

  Stream<Answer> winners() {
    return answers.stream().filter(Answer::won);
  }

  Stream<Answer> losers() {
    return answers.stream().filter(Answer::refused);
  }

  int unavailable() {
    return (int) (answers.size() - winners().count() - losers().count());
  }

  /** Seats that the store counts and somebody was told to have, of a hundred. */
  double percentSold() {
    return 100.0 * Math.min(taken, winners().count()) / seats;
  }

  int losersWhoWrote() {
    return (int) losers().filter(loser -> loser.writes() > 0).count();
  }

  /** Losers who came when their process had already refused a crowd. */
  List<Answer> shed() {
    return IntStream.range(0, processes).boxed().flatMap(this::shedBy).toList();
  }

  /** What looking again, once a second, costs while they are turned away. */
  int shedCalls() {
    return shed().stream().mapToInt(loser -> loser.calls().size()).sum();
  }

  double callsOfLoser() {
    return losers().mapToInt(loser -> loser.calls().size()).average().orElse(0);
  }

  private Stream<Answer> shedBy(int process) {
    List<Answer> refused = losers().filter(loser -> loser.number() % processes == process).toList();
    return refused.stream()
        .map(Answer::at)
        .sorted()
        .skip(SoldOutFromMemory.CROWD - 1L)
        .findFirst()
        .map(known -> refused.stream().filter(loser -> loser.began() > known))
        .orElse(Stream.empty());
  }

  static double millis(Stream<Answer> answers, double percentile) {
    Histogram histogram = new Histogram(3);
    answers.forEach(answer -> histogram.recordValue(answer.nanos()));
    return histogram.getValueAtPercentile(percentile) / 1e6;
  }
}
