package id.antrean.gateway;

/**
 * What is counted or measured for those who watch the system. Alarms and the dashboard know each by
 * its name, so a name is a promise.
 */
public enum Metric {
  /** Of each line at level ERROR, by its event. */
  ALARMING("Alarming", Unit.COUNT),

  /** Seats that were held. */
  HOLDS("Holds", Unit.COUNT),
  /** Bookings whose payment came while they had a seat, or won one. */
  CONFIRMATIONS("Confirmations", Unit.COUNT),
  /** Holds that nobody paid for. */
  EXPIRIES("Expiries", Unit.COUNT),
  /**
   * Contenders who got no seat because the session takes nobody, by where that was seen: MEMORY,
   * which cost its store nothing, or STORE.
   */
  TURNED_AWAY("TurnedAway", Unit.COUNT),
  /** From a hold's deadline to when its seat was taken away. The grace is in it. */
  FREED_AFTER_DEADLINE("FreedAfterDeadline", Unit.SECONDS),
  /** How long the hold that waits longest is past its deadline and grace; 0 where none is. */
  OLDEST_OVERDUE("OldestOverdue", Unit.SECONDS),
  /** Seats of a session that no application is known to have, and that are looked after again. */
  SEATS_ORPHANED("SeatsOrphaned", Unit.COUNT),
  /** Sessions in which more seats are taken than there are. */
  SESSIONS_OVERFULL("SessionsOverfull", Unit.COUNT),

  /** Messages of aggregators, by aggregator and verdict. */
  NOTIFICATIONS("Notifications", Unit.COUNT),
  /** Notifications that are stored and not settled. */
  UNSETTLED("Unsettled", Unit.COUNT),
  /** The age of the oldest of them; 0 where there is none. */
  OLDEST_UNSETTLED("OldestUnsettled", Unit.SECONDS),
  /** Payments that a person has to decide about. */
  EXCEPTIONS_OPEN("ExceptionsOpen", Unit.COUNT),
  /** The age of the oldest of them; 0 where there is none. */
  OLDEST_EXCEPTION("OldestException", Unit.SECONDS),
  /**
   * How often an aggregator had money of which it had not told us, by aggregator. One payment may
   * be found more than once before it is settled.
   */
  UNTOLD_PAYMENTS("UntoldPayments", Unit.COUNT),

  /** From when a file arrived to when it was looked into. */
  VERIFIED_AFTER_ARRIVAL("VerifiedAfterArrival", Unit.SECONDS),
  /** Answers of Dukcapil about a person, by verdict. */
  IDENTITY_CHECKS("IdentityChecks", Unit.COUNT);

  private final String text;
  private final Unit unit;

  Metric(String text, Unit unit) {
    this.text = text;
    this.unit = unit;
  }

  /** As CloudWatch calls it. */
  enum Unit {
    COUNT("Count"),
    SECONDS("Seconds");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  Unit unit() {
    return unit;
  }

  /** As it stands in the log, in alarms and on the dashboard. */
  @Override
  public String toString() {
    return text;
  }
}
