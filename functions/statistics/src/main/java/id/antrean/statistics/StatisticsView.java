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

/** An office's figures, day by day; a lane on which nothing happened is left out. */
public record StatisticsView(
    String officeId, String from, String to, List<StatisticsDayView> days, FiguresView totals)
    implements View {

  static StatisticsView of(
      OfficeId office, LocalDate from, LocalDate to, Map<LaneDay, Figures> figures) {
    TreeMap<LocalDate, List<Map.Entry<LaneDay, Figures>>> byDay =
        figures.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().date(), TreeMap::new, Collectors.toList()));
    return new StatisticsView(
        office.value(),
        from.toString(),
        to.toString(),
        byDay.entrySet().stream()
            .map(day -> StatisticsDayView.of(day.getKey(), day.getValue()))
            .toList(),
        FiguresView.of(figures.values().stream().reduce(Figures.NONE, Figures::plus)));
  }

  /** A day on which something happened. */
  public record StatisticsDayView(String date, List<LaneFiguresView> lanes) implements View {

    static StatisticsDayView of(LocalDate date, List<Map.Entry<LaneDay, Figures>> lanes) {
      return new StatisticsDayView(
          date.toString(),
          lanes.stream()
              .sorted(Comparator.comparing(entry -> entry.getKey().lane()))
              .map(entry -> LaneFiguresView.of(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  /** What happened in a lane on that day. */
  public record LaneFiguresView(
      Lane lane,
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

    static LaneFiguresView of(LaneDay laneDay, Figures figures) {
      return new LaneFiguresView(
          laneDay.lane(),
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

    static FiguresView of(Figures figures) {
      return new FiguresView(
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
