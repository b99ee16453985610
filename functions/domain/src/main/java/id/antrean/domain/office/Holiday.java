package id.antrean.domain.office;

/**
 * Why offices are closed on a day of the week on which they work.
 *
 * @param occasion what is celebrated
 */
public record Holiday(Kind kind, Occasion occasion) {

  /** How the state closes a day. */
  public enum Kind {
    NATIONAL,
    /** Civil servants take leave together, mostly before or after a national holiday. */
    COLLECTIVE_LEAVE
  }

  /** What is celebrated. */
  public enum Occasion {
    NEW_YEAR,
    ISRA_MIKRAJ,
    IMLEK,
    NYEPI,
    IDUL_FITRI,
    GOOD_FRIDAY,
    EASTER,
    LABOUR_DAY,
    ASCENSION,
    IDUL_ADHA,
    WAISAK,
    PANCASILA,
    ISLAMIC_NEW_YEAR,
    INDEPENDENCE,
    MAULID,
    CHRISTMAS
  }
}
