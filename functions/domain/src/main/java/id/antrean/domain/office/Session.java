package id.antrean.domain.office;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some seats of an office at a time, and who has them. There is no counter beside the set of holds,
 * so nothing can drift apart.
 *
 * @param quota how many seats, 0 to 500; lowering it below what is taken keeps the taken
 * @param opensAt holds are taken from then on
 * @param releases in the order of their moments, the first at {@code opensAt}; none where all seats
 *     can be held from then on
 * @param lastClaimAt when a seat was last claimed; null while none ever was
 * @param closures that keep it closed, whatever its day is set to
 */
public record Session(
    SessionId id,
    ZoneId zone,
    Duration length,
    int quota,
    State state,
    Instant opensAt,
    List<Release> releases,
    Set<HoldId> seats,
    @Nullable Instant lastClaimAt,
    Set<ClosureId> closures) {

  public Session {
    releases = List.copyOf(releases);
    seats = Set.copyOf(seats);
    closures = Set.copyOf(closures);
  }

  /** One whose seats all open at once, and that no closure keeps closed. */
  public Session(
      SessionId id,
      ZoneId zone,
      Duration length,
      int quota,
      State state,
      Instant opensAt,
      Set<HoldId> seats,
      @Nullable Instant lastClaimAt) {
    this(id, zone, length, quota, state, opensAt, List.of(), seats, lastClaimAt, Set.of());
  }

  /** What the office says of the session. */
  public enum State {
    OPEN,
    CLOSED
  }

  public Instant startsAt() {
    return id.date().atTime(id.start()).atZone(zone).toInstant();
  }

  public Instant endsAt() {
    return startsAt().plus(length);
  }

  /** Seats nobody has, never negative, whether or not they can be held already. */
  public int untaken() {
    return Math.max(0, quota - seats.size());
  }

  /** Seats that can be held at that moment, never negative. */
  public int free(Instant now) {
    return Math.max(0, opened(now) - seats.size());
  }

  /** How many seats can be taken at that moment, those that are taken among them. */
  public int opened(Instant now) {
    if (now.isBefore(opensAt)) {
      return 0;
    }
    return releases.isEmpty()
        ? quota
        : Math.min(
            quota,
            releases.stream()
                .filter(release -> !now.isBefore(release.at()))
                .mapToInt(Release::seats)
                .sum());
  }

  /** When a seat comes free by the calendar that is not free then; empty where none will. */
  public Optional<Instant> opensNext(Instant now) {
    int had = Math.max(opened(now), seats.size());
    return Stream.concat(Stream.of(opensAt), releases.stream().map(Release::at))
        .filter(moment -> now.isBefore(moment) && opened(moment) > had)
        .min(Comparator.naturalOrder());
  }

  /** The same session with those holds in it, the last of them claimed then. */
  public Session seating(Set<HoldId> holds, @Nullable Instant lastClaim) {
    return new Session(
        id, zone, length, quota, state, opensAt, releases, holds, lastClaim, closures);
  }

  /** The same session, taking no holds any more. */
  public Session closed() {
    return in(State.CLOSED, closures);
  }

  /** The same session, kept closed by that one too. */
  public Session closedBy(ClosureId closure) {
    return in(State.CLOSED, with(closure));
  }

  /** The same session as it is without that closure; open where no other keeps it closed. */
  public Session openedFrom(ClosureId closure, boolean planned) {
    Set<ClosureId> others =
        closures.stream().filter(it -> !it.equals(closure)).collect(Collectors.toUnmodifiableSet());
    return in(planned && others.isEmpty() ? State.OPEN : State.CLOSED, others);
  }

  private Set<ClosureId> with(ClosureId closure) {
    return Stream.concat(closures.stream(), Stream.of(closure))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Session in(State other, Set<ClosureId> by) {
    return new Session(id, zone, length, quota, other, opensAt, releases, seats, lastClaimAt, by);
  }
}
