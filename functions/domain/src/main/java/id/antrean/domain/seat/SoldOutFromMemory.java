package id.antrean.domain.seat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.Recency;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.policy.TakesNobody;
import id.antrean.domain.seat.TellTurnedAway.Seen;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Turns contenders away who cannot win, once a crowd asks, from memory: they cost the session's
 * store no call. What it remembers of a session that takes nobody is at most a second old; a seat
 * that comes free somewhere else is offered within that second. Why a session takes nobody is said
 * by {@link TakesNobody}.
 *
 * <p>Fewer than a crowd are answered by the store, so that outside a rush nobody is refused for
 * what was true a moment ago. After the first refusal the store is asked by reading.
 */
public final class SoldOutFromMemory {
  /** A tenth less than a second, for the way of the answer that the picture was taken from. */
  private static final Duration KEPT = Duration.ofMillis(900);

  /** From then on one contender looks again, while the others still go by what was seen. */
  private static final Duration FRESH = Duration.ofMillis(600);

  /** Refusals so close to the picture before belong to the same crowd. */
  private static final Duration CLOSELY = Duration.ofSeconds(1);

  /** This many refused by one session, each so close to the one before, are a crowd. */
  public static final int CROWD = 5;

  /** When nobody was refused for so long, the rush is over. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private final FindSeats seats;
  private final TakesNobody takesNobody;
  private final TellTurnedAway turnedAway;
  private final Recency recency;
  private final Clock clock;
  private final Map<SessionId, Picture> pictures = new ConcurrentHashMap<>();

  /**
   * A session that takes nobody.
   *
   * @param inside who has a hold in it: they are never turned away, for they may be repeating
   *     themselves
   * @param refused how many the store has refused at it
   * @param looking whether somebody is looking again
   */
  private record Picture(
      Refusal why, Set<ApplicationId> inside, Recency.Mark taken, int refused, boolean looking) {

    boolean crowded() {
      return refused >= CROWD;
    }

    Picture lookedAtAgain() {
      return new Picture(why, inside, taken, refused, true);
    }

    Picture because(Refusal better) {
      return new Picture(better, inside, taken, refused, looking);
    }

    /** The same standing for those who are inside now, with one more refused. */
    Picture standsFor(Picture newer) {
      return new Picture(why, newer.inside, taken, refused + 1, looking);
    }

    Picture after(Picture older) {
      return new Picture(why, inside, taken, older.refused + 1, false);
    }

    boolean isCloseTo(Picture newer) {
      return Duration.ofNanos(newer.taken.nanos() - taken.nanos()).compareTo(CLOSELY) <= 0;
    }
  }

  /** Where somebody was turned away, and why. */
  private record TurnedAway(Refusal why, Seen seen) {}

  public SoldOutFromMemory(
      FindSeats seats, HoldTerms terms, TellTurnedAway turnedAway, Recency recency, Clock clock) {
    this.seats = seats;
    this.takesNobody = new TakesNobody(terms);
    this.turnedAway = turnedAway;
    this.recency = recency;
    this.clock = clock;
  }

  /**
   * Why this application need not even try; empty when it may. Where nobody was refused within the
   * last minute nothing is asked. Else the session is read before anything is armed or claimed, so
   * that trying again and again in vain leaves nothing to be done later; and while a crowd is there
   * it is read once or twice a second for all of them. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  Optional<Refusal> turnsAway(SessionId session, ApplicationId application) {
    return Optional.ofNullable(pictures.get(session))
        .filter(picture -> recency.within(FORGOTTEN, picture.taken()))
        .flatMap(
            picture ->
                picture.crowded()
                    ? turnsAwayOfACrowd(session, picture, application)
                    : turnsAwayOneOfAFew(session, application))
        .filter(away -> takesNobody.isStillTrue(away.why(), clock.instant()))
        .map(
            away -> {
              turnedAway.tell(away.seen());
              return away.why();
            });
  }

  private Optional<TurnedAway> turnsAwayOfACrowd(
      SessionId session, Picture picture, ApplicationId application) {
    boolean stands = mayStand(session, picture);
    return (stands ? Optional.of(picture) : lookAgain(session))
        .filter(seen -> !seen.inside().contains(application))
        .map(seen -> new TurnedAway(seen.why(), stands ? Seen.IN_MEMORY : Seen.AT_THE_STORE));
  }

  private Optional<TurnedAway> turnsAwayOneOfAFew(SessionId session, ApplicationId application) {
    Optional<Session> full = seats.find(session).filter(this::takesNobody);
    if (full.isEmpty()) {
      pictures.remove(session);
    }
    return full.filter(seen -> !inside(seen).contains(application))
        .map(seen -> new TurnedAway(count(seen), Seen.AT_THE_STORE));
  }

  /** Whether this contender may go by the picture, or is the one who looks again. */
  private boolean mayStand(SessionId session, Picture picture) {
    return recency.within(FRESH, picture.taken())
        || (recency.within(KEPT, picture.taken())
            && (picture.looking() || !pictures.replace(session, picture, picture.lookedAtAgain())));
  }

  /** Why a claim was refused by a session that stands so. */
  Refusal refuses(Session seen) {
    turnedAway.tell(Seen.AT_THE_STORE);
    return count(seen);
  }

  /**
   * One more whom the store has refused, and why. A crowd is counted before anything else is asked:
   * those who come together are not each worth a query.
   */
  private Refusal count(Session seen) {
    Picture first = new Picture(whyUnasked(seen), inside(seen), recency.mark(), 1, false);
    pictures.values().removeIf(old -> !recency.within(FORGOTTEN, old.taken()));
    Picture counted = pictures.merge(seen.id(), first, this::counted);
    if (counted.crowded()) {
      return counted.why();
    }
    Refusal why = why(seen);
    pictures.computeIfPresent(seen.id(), (session, picture) -> picture.because(why));
    return why;
  }

  private Picture counted(Picture older, Picture newer) {
    if (!older.crowded() && !older.isCloseTo(newer)) {
      return newer;
    }
    return standsBeside(older, newer) ? older.standsFor(newer) : newer.after(older);
  }

  private boolean standsBeside(Picture older, Picture newer) {
    return recency.within(FRESH, older.taken()) && older.why().getClass() == newer.why().getClass();
  }

  /** Frees seats and forgets what their session was like: it takes somebody again. */
  public FreeSeat watching(FreeSeat free) {
    return new FreeSeat() {
      @Override
      public void free(SessionId session, HoldId hold) {
        free.free(session, hold);
        pictures.remove(session);
      }

      @Override
      public void freeNowOrByMessage(SessionId session, HoldId hold) {
        free.freeNowOrByMessage(session, hold);
        pictures.remove(session);
      }
    };
  }

  private Optional<Picture> lookAgain(SessionId session) {
    Recency.Mark mark = recency.mark();
    Optional<Picture> picture =
        seats.find(session).filter(this::takesNobody).map(seen -> crowdBefore(seen, mark));
    picture.ifPresentOrElse(seen -> pictures.put(session, seen), () -> pictures.remove(session));
    return picture;
  }

  /** What another has seen just now stands; nobody asks who has paid beside them. */
  private Picture crowdBefore(Session seen, Recency.Mark mark) {
    Picture unasked = new Picture(whyUnasked(seen), inside(seen), mark, CROWD, false);
    Picture another = pictures.get(seen.id());
    return another != null && standsBeside(another, unasked)
        ? another.standsFor(unasked)
        : unasked.because(why(seen));
  }

  private boolean takesNobody(Session seen) {
    return takesNobody.isTrueOf(seen, clock.instant());
  }

  private Refusal why(Session seen) {
    return takesNobody.why(seen, seats::allPaid, clock.instant());
  }

  private Refusal whyUnasked(Session seen) {
    return takesNobody.whyUnasked(seen, clock.instant());
  }

  private static Set<ApplicationId> inside(Session seen) {
    return seen.seats().stream().map(HoldId::application).collect(Collectors.toUnmodifiableSet());
  }
}
