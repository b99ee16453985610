package id.antrean.domain.application;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  private static TimelineEntry entry(int second) {
    return TimelineEntry.of(
        START.plusSeconds(second), new Event.Corrected(), new Actor.Applicant("siti"));
  }

  private static List<TimelineEntry> entries(int count) {
    return IntStream.range(0, count).mapToObj(TimelineTest::entry).toList();
  }

  @Test
  void entriesStayUntilTheyAreTooMany() {
    Timeline timeline = Timeline.of(entry(0));
    for (int next = 1; next < Timeline.MOST; next++) {
      timeline = timeline.and(entry(next));
    }
    assertThat(timeline).isEqualTo(new Timeline(0, entries(Timeline.MOST)));
  }

  @Test
  void nothingIsLostOrToldTwiceHoweverLongItGoesOn() {
    Timeline timeline = Timeline.of(entry(0));
    List<TimelineEntry> beside = new ArrayList<>();
    for (int next = 1; next < 1_000; next++) {
      Timeline before = timeline;
      timeline = before.and(entry(next));
      beside.addAll(timeline.movedSince(before));
      assertThat(timeline.recent()).hasSizeLessThanOrEqualTo(Timeline.MOST);
      assertThat(timeline.earlier()).isEqualTo(beside.size());
      assertThat(timeline.size()).isEqualTo(next + 1);
    }
    beside.addAll(timeline.recent());
    assertThat(beside).isEqualTo(entries(1_000));
  }

  @Test
  void whatAFormerVersionLetGrowIsBoundedByTheNextStep() {
    Timeline grown = new Timeline(0, entries(1_242));
    Timeline next = grown.and(entry(1_242));
    assertThat(next.recent()).hasSizeLessThanOrEqualTo(Timeline.MOST);
    assertThat(next.movedSince(grown))
        .isEqualTo(entries(1_243).subList(0, 1_243 - next.recent().size()));
  }

  @Test
  void aFenceBoundsItToo() {
    assertThat(new Timeline(0, entries(1_242)).bounded().recent())
        .hasSizeLessThanOrEqualTo(Timeline.MOST);
    assertThat(new Timeline(3, entries(5)).bounded()).isEqualTo(new Timeline(3, entries(5)));
  }
}
