package id.antrean.simulation;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.seat.ClaimSeat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened in one schedule, in words; told only when a schedule is replayed for a reader. */
final class Story {
  private final @Nullable List<String> lines;
  private @Nullable Clock clock;

  private Story(@Nullable List<String> lines) {
    this.lines = lines;
  }

  static Story untold() {
    return new Story(null);
  }

  static Story told() {
    return new Story(new ArrayList<>());
  }

  Story at(Clock time) {
    this.clock = time;
    return this;
  }

  List<String> lines() {
    return lines == null ? List.of() : List.copyOf(lines);
  }

  void tell(Actor actor, String call, Supplier<String> what) {
    if (lines != null) {
      line(String.format("%-28s %-12s %s", actor.name().get(), call, what.get()));
    }
  }

  /** An answer is put into words only for a reader: schedules by the million have none. */
  void answer(Actor actor, String call, Object answer) {
    if (lines != null) {
      tell(actor, call, () -> "→ " + words(answer));
    }
  }

  /** What a step did to an application: each thing that happened, in the order of its timeline. */
  void step(Application before, Application after) {
    if (lines != null) {
      line(words(after) + ": " + happened(before.timeline(), after.timeline()));
    }
  }

  /**
   * Compared entry by entry: a step that broke the protocol may have written over others' entries.
   */
  private static String happened(Timeline before, Timeline after) {
    List<TimelineEntry> fresh = new ArrayList<>(after.recent());
    before.recent().forEach(fresh::remove);
    return fresh.isEmpty()
        ? "nothing to tell"
        : fresh.stream().map(it -> it.event().toString()).collect(Collectors.joining(", "));
  }

  void tell(Supplier<String> what) {
    if (lines != null) {
      line(what.get());
    }
  }

  private void line(String text) {
    if (lines != null) {
      lines.add((clock == null ? "" : clock.instant() + "  ") + text);
    }
  }

  static String words(Object answer) {
    return switch (answer) {
      case Optional<?> maybe -> maybe.map(Story::words).orElse("nothing");
      case Application application -> words(application);
      case Session session -> words(session);
      case HoldId hold -> words(hold.application()) + "@" + hold.version();
      case ApplicationId id -> id.value().replaceAll("_+$", "");
      case ClaimSeat.Claimed(Session session) -> "claimed in " + words(session);
      case ClaimSeat.Refused(Session session) -> "refused by " + words(session);
      case SaveApplication.Saved() -> "saved";
      case SaveApplication.Moved() -> "moved meanwhile";
      case Collection<?> many ->
          many.stream().map(Story::words).collect(Collectors.joining(", ", "[", "]"));
      default -> answer.toString();
    };
  }

  private static String words(Application application) {
    return words(application.id())
        + " v"
        + application.version()
        + " "
        + application.status()
        + application
            .booking()
            .seat()
            .map(seat -> " in " + seat.session() + " by " + words(seat.hold()))
            .orElse("");
  }

  private static String words(Session session) {
    return session.id()
        + " "
        + session.state()
        + " quota "
        + session.quota()
        + " "
        + words(session.seats());
  }
}
