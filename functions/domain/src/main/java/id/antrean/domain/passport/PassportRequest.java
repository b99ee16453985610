package id.antrean.domain.passport;

/** What is applied for. */
public record PassportRequest(Kind kind, Type type, int validityYears) {

  /** Why a passport is asked for. */
  public enum Kind {
    NEW,
    RENEWAL,
    LOST,
    DAMAGED,
    DATA_CHANGE
  }

  /** The book itself. */
  public enum Type {
    ORDINARY,
    ELECTRONIC
  }
}
