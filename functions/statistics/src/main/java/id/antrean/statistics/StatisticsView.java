package id.antrean.statistics;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.statistics.Figure;
import id.antrean.domain.statistics.Figures;
import id.antrean.domain.statistics.LaneDay;
import id.antrean.gateway.View;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An office's figures, day by day; a lane without a seat in which nothing happened is left out. */
public record StatisticsView(
    String officeId, String from, String to, List<StatisticsDayView> days, FiguresView totals)
    implements View {

  static StatisticsView of(
      OfficeId office,
      LocalDate from,
      LocalDate to,
      Map<LaneDay, Long> quotas,
      Map<LaneDay, Figures> figures) {
    Map<LocalDate, List<LaneDay>> byDay =
        Stream.concat(quotas.keySet().stream(), figures.keySet().stream())
            .distinct()
            .sorted(Comparator.comparing(LaneDay::lane))
            .collect(Collectors.groupingBy(LaneDay::date, TreeMap::new, Collectors.toList()));
    return new StatisticsView(
        office.value(),
        from.toString(),
        to.toString(),
        byDay.entrySet().stream()
            .map(
                day ->
                    new StatisticsDayView(
                        day.getKey().toString(),
                        day.getValue().stream()
                            .map(
                                lane ->
                                    LaneFiguresView.of(
                                        lane.lane(),
                                        quotas.getOrDefault(lane, 0L),
                                        figures.getOrDefault(lane, Figures.NONE)))
                            .toList()))
            .toList(),
        FiguresView.of(
            quotas.values().stream().reduce(0L, Long::sum),
            figures.values().stream().reduce(Figures.NONE, Figures::plus)));
  }

  /** A day with seats, or on which something happened. */
  public record StatisticsDayView(String date, List<LaneFiguresView> lanes) implements View {}

  /** What happened in a lane on that day, and how many seats it has. */
  public record LaneFiguresView(
      Lane lane,
      long quota,
      long held,
      long paid,
      long expired,
      long moved,
      long cancelled,
      long seatsTaken,
      long seatsReturned,
      long checkedIn,
      long completed,
      long noShow,
      long comesAgain,
      long called,
      long waitedSeconds)
      implements View {

    static LaneFiguresView of(Lane lane, long quota, Figures figures) {
      return new LaneFiguresView(
          lane,
          quota,
          figures.of(Figure.HELD),
          figures.of(Figure.PAID),
          figures.of(Figure.EXPIRED),
          figures.of(Figure.MOVED),
          figures.of(Figure.CANCELLED),
          figures.of(Figure.SEATS_TAKEN),
          figures.of(Figure.SEATS_RETURNED),
          figures.of(Figure.CHECKED_IN),
          figures.of(Figure.COMPLETED),
          figures.of(Figure.NO_SHOW),
          figures.of(Figure.COMES_AGAIN),
          figures.of(Figure.CALLED),
          figures.of(Figure.WAITED_SECONDS));
    }
  }

  /** What happened in all. */
  public record FiguresView(
      long quota,
      long held,
      long paid,
      long expired,
      long moved,
      long cancelled,
      long seatsTaken,
      long seatsReturned,
      long checkedIn,
      long completed,
      long noShow,
      long comesAgain,
      long called,
      long waitedSeconds)
      implements View {

    static FiguresView of(long quota, Figures figures) {
      return new FiguresView(
          quota,
          figures.of(Figure.HELD),
          figures.of(Figure.PAID),
          figures.of(Figure.EXPIRED),
          figures.of(Figure.MOVED),
          figures.of(Figure.CANCELLED),
          figures.of(Figure.SEATS_TAKEN),
          figures.of(Figure.SEATS_RETURNED),
          figures.of(Figure.CHECKED_IN),
          figures.of(Figure.COMPLETED),
          figures.of(Figure.NO_SHOW),
          figures.of(Figure.COMES_AGAIN),
          figures.of(Figure.CALLED),
          figures.of(Figure.WAITED_SECONDS));
    }
  }
}
