package id.antrean.memory;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.office.SpreadClosure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Closures, and their work on its queue. */
public final class MemoryClosures implements KeepClosures, SpreadClosure {
  public final MemoryQueue<Work> queue;

  private final Calls calls;
  private final Map<ClosureId, Closure> closures = new LinkedHashMap<>();
  private final List<OfficeChange> history = new ArrayList<>();

  /**
   * What is to be done about a closure.
   *
   * @param session null where its sessions are to be looked for first
   */
  public record Work(OfficeId office, ClosureId closure, @Nullable SessionId session) {}

  MemoryClosures(Calls calls, MovableTime time) {
    this.calls = calls;
    this.queue = new MemoryQueue<>(time);
  }

  @Override
  public boolean keep(Closure closure, OfficeChange change) {
    return calls.make(
        "keep closure",
        () -> {
          boolean kept = known(closure).isEmpty();
          if (kept) {
            closures.put(closure.id(), closure);
            history.add(change);
          }
          return kept;
        });
  }

  @Override
  public Optional<Closure> inPlaceOf(Closure closure) {
    return calls.make("closure", () -> known(closure));
  }

  private Optional<Closure> known(Closure closure) {
    return closures.values().stream()
        .filter(it -> it.office().equals(closure.office()))
        .filter(it -> it.id().equals(closure.id()) || hasKeyOf(it, closure))
        .findFirst();
  }

  private static boolean hasKeyOf(Closure one, Closure other) {
    return other.digest() != null && one.id().withoutDay().equals(other.id().withoutDay());
  }

  @Override
  public Optional<Closure> find(OfficeId office, ClosureId id) {
    return calls.make(
        "closure",
        () -> Optional.ofNullable(closures.get(id)).filter(it -> it.office().equals(office)));
  }

  @Override
  public List<Closure> endingFrom(OfficeId office, LocalDate day) {
    return calls.make(
        "closures",
        () ->
            closures.values().stream()
                .filter(closure -> closure.office().equals(office))
                .filter(closure -> !closure.to().isBefore(day))
                .toList());
  }

  @Override
  public boolean takeBack(Closure closure, OfficeChange change) {
    return calls.make(
        "take back",
        () -> {
          boolean stands = !closures.getOrDefault(closure.id(), closure).lifted();
          if (stands) {
            closures.put(closure.id(), closure.takenBack());
            history.add(change);
          }
          return stands;
        });
  }

  /** Those that are not taken back. */
  public List<Closure> standing() {
    return closures.values().stream().filter(closure -> !closure.lifted()).toList();
  }

  /** What was changed, oldest first. */
  public List<OfficeChange> history() {
    return List.copyOf(history);
  }

  @Override
  public void spread(Closure closure) {
    calls.make(
        "spread", () -> queue.send(new Work(closure.office(), closure.id(), null), Duration.ZERO));
  }

  @Override
  public void on(Closure closure, List<SessionId> sessions) {
    calls.make(
        "spread on",
        () ->
            sessions.forEach(
                session ->
                    queue.send(new Work(closure.office(), closure.id(), session), Duration.ZERO)));
  }
}
