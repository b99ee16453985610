package id.antrean.domain.counter;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.Visitor.Call;
import id.antrean.domain.counter.Visitor.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Those who have come to an office on a day, in the order in which they are called: by session,
 * then by arrival, and after each of the others one from the priority lane. Whom the desk has
 * booked for is called by when they came, if their session had begun by then. It is kept as one
 * thing under one version, so that of two desks which call at once one is first, and the other
 * calls the next. Immutable: each step answers the line as it is afterwards.
 *
 * @param version at which it is kept; 0 for a day on which nobody has come yet
 * @param lastNumber that was given out
 * @param prioritysTurn whether one from the priority lane is called next, if one waits
 * @param visitors who has come and was not let go yet, by number
 * @param shown the latest calls, newest first, for the display in the hall
 */
public record Line(
    OfficeId office,
    LocalDate date,
    int version,
    int lastNumber,
    boolean prioritysTurn,
    List<Visitor> visitors,
    List<Shown> shown) {

  /** So many can be in it at once; beyond them nobody is checked in until somebody is let go. */
  public static final int MOST_VISITORS = 1000;

  /** So many calls the display shows. */
  public static final int MOST_SHOWN = 12;

  /** A call as everybody in the hall sees it. */
  public record Shown(int number, String desk, Instant at) {}

  public Line {
    visitors = List.copyOf(visitors);
    shown = List.copyOf(shown);
  }

  /** Nobody has come yet. */
  public static Line nobodyYet(OfficeId office, LocalDate date) {
    return new Line(office, date, 0, 0, true, List.of(), List.of());
  }

  // ---- Who is in it ----

  public Optional<Visitor> visitor(ApplicationId application) {
    return find(visitor -> visitor.application().equals(application));
  }

  public Optional<Visitor> visitor(int number) {
    return find(visitor -> visitor.number() == number);
  }

  private Optional<Visitor> find(Predicate<Visitor> wanted) {
    return visitors.stream().filter(wanted).findFirst();
  }

  public boolean isFull() {
    return visitors.size() >= MOST_VISITORS;
  }

  /** Whether anybody has come on that day at all. */
  public boolean somebodyCame() {
    return lastNumber > 0;
  }

  public long waiting() {
    return visitors.stream().filter(Visitor::waits).count();
  }

  /**
   * Whose turn it is. One from the priority lane is called between the others, but nobody whose
   * session has not begun is called before somebody of an earlier one.
   */
  public Optional<Visitor> next(Instant now) {
    Optional<Visitor> other = first(visitor -> !visitor.isPriority());
    Optional<Visitor> priority = first(Visitor::isPriority);
    if (other.isEmpty() || priority.isEmpty()) {
      return other.or(() -> priority);
    }
    Visitor inTurn = prioritysTurn ? priority.get() : other.get();
    Visitor beside = prioritysTurn ? other.get() : priority.get();
    boolean tooSoon =
        inTurn.beginsAt().isAfter(now) && beside.beginsAt().isBefore(inTurn.beginsAt());
    return Optional.of(tooSoon ? beside : inTurn);
  }

  private Optional<Visitor> first(Predicate<Visitor> lane) {
    return visitors.stream().filter(Visitor::waits).filter(lane).min(Visitor.IN_TURN);
  }

  // ---- What becomes of it ----

  /** Somebody came to an appointment; whoever is in it already stays where they are. */
  public Line joined(Seat seat, Instant at) {
    return joined(seat, seat.startsAt(), at);
  }

  /**
   * Somebody came whom the desk has booked for: where they come after their session has begun they
   * are behind whoever has an appointment until then.
   */
  public Line walkedIn(Seat seat, Instant at) {
    return joined(seat, at.isBefore(seat.startsAt()) ? seat.startsAt() : at, at);
  }

  private Line joined(Seat seat, Instant turn, Instant at) {
    ApplicationId application = seat.hold().application();
    if (visitor(application).isPresent()) {
      return this;
    }
    int number = lastNumber + 1;
    Visitor visitor =
        new Visitor(number, application, seat.session(), turn, at, null, Place.WAITING);
    return new Line(
        office,
        date,
        version,
        number,
        prioritysTurn,
        Stream.concat(visitors.stream(), Stream.of(visitor)).toList(),
        shown);
  }

  /** That one is called to that desk, for the first time or after having stood back. */
  public Line called(Visitor visitor, String desk, Instant at) {
    return with(visitor.called(desk, at), !visitor.isPriority())
        .showing(new Shown(visitor.number(), desk, at));
  }

  /** That one, who is called, is called to the same desk once more. */
  public Line calledAgain(Visitor visitor, Call call, Instant at) {
    return with(visitor.calledAgain(call, at), prioritysTurn)
        .showing(new Shown(visitor.number(), call.desk(), at));
  }

  /** That one did not come to the desk. */
  public Line skipped(Visitor visitor) {
    return with(visitor.in(Place.SKIPPED), prioritysTurn).hiding(visitor.number());
  }

  /** That one is in the line again, where their session and their arrival put them. */
  public Line back(Visitor visitor) {
    return with(visitor.in(Place.WAITING), prioritysTurn).hiding(visitor.number());
  }

  /** That one was let go; without them it is as it was. */
  public Line without(ApplicationId application) {
    return visitor(application)
        .map(
            gone ->
                new Line(
                        office,
                        date,
                        version,
                        lastNumber,
                        prioritysTurn,
                        visitors.stream().filter(it -> it.number() != gone.number()).toList(),
                        shown)
                    .hiding(gone.number()))
        .orElse(this);
  }

  /** As it is kept after a step. */
  public Line atVersion(int next) {
    return new Line(office, date, next, lastNumber, prioritysTurn, visitors, shown);
  }

  private Line with(Visitor changed, boolean prioritysNext) {
    List<Visitor> all = new ArrayList<>(visitors);
    all.replaceAll(it -> it.number() == changed.number() ? changed : it);
    return new Line(office, date, version, lastNumber, prioritysNext, all, shown);
  }

  private Line showing(Shown call) {
    return new Line(
        office,
        date,
        version,
        lastNumber,
        prioritysTurn,
        visitors,
        Stream.concat(Stream.of(call), shown.stream().filter(it -> it.number() != call.number()))
            .limit(MOST_SHOWN)
            .toList());
  }

  private Line hiding(int number) {
    return new Line(
        office,
        date,
        version,
        lastNumber,
        prioritysTurn,
        visitors,
        shown.stream().filter(it -> it.number() != number).toList());
  }
}
