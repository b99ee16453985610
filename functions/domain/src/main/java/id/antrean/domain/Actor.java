package id.antrean.domain;

/** Who does something: every change of an application keeps its actor in the same write. */
public sealed interface Actor {

  /** The role as it is kept on record. */
  String role();

  /** Who, as it is kept on record: an account's subject or the name of one of our own functions. */
  String name();

  /** A person applying, for themselves or for family, known by the subject of their token. */
  record Applicant(String account) implements Actor {
    @Override
    public String role() {
      return "applicant";
    }

    @Override
    public String name() {
      return account;
    }
  }

  /**
   * Somebody who works at an office.
   *
   * @param role theirs there
   * @param name subject of their token
   */
  record Staff(String role, String name, OfficeId office) implements Actor {}

  /** One of our own functions: a timer, a verification, an aggregator's notification. */
  record Service(String name) implements Actor {
    @Override
    public String role() {
      return "service";
    }
  }
}
