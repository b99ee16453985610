package id.antrean.domain.seat;

/** Tells whoever watches a rush that somebody got no seat because the session takes nobody. */
@FunctionalInterface
public interface TellTurnedAway {

  /** Where it was seen that the session takes nobody. */
  enum Seen {
    /** In memory: it cost the session's store nothing. */
    IN_MEMORY,
    /** At the session's store, by a look or by a claim that it refused. */
    AT_THE_STORE
  }

  /** One contender. Does not fail, and is quick: it is told while they wait. */
  void tell(Seen seen);
}
