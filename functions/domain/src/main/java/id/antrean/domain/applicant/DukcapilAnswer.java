package id.antrean.domain.applicant;

import java.util.Set;

/** What the civil registry says about a person. */
public sealed interface DukcapilAnswer {

  /** An element of identity that the registry compares. */
  enum Element {
    FULL_NAME,
    BIRTH_PLACE,
    BIRTH_DATE,
    SEX
  }

  /** Why there is no verdict. */
  enum Cause {
    /** No connection, or a failure on the registry's side. */
    DOWN,
    /** No complete answer within the time limit. */
    SLOW,
    /** The day's quota of questions is used up. */
    QUOTA,
    /** An answer that cannot be understood. */
    GARBAGE,
    /** We were turned away: login, address, or parameters. */
    REFUSED,
    /** Not asked, because the registry has just been failing. */
    OPEN_CIRCUIT
  }

  /** Everything asked agrees. */
  record Matched() implements DukcapilAnswer {}

  /**
   * The NIK exists and some of what was asked does not agree.
   *
   * @param elements what differs, never empty
   */
  record Differs(Set<Element> elements) implements DukcapilAnswer {
    public Differs {
      if (elements.isEmpty()) {
        throw new IllegalArgumentException("nothing differs");
      }
      elements = Set.copyOf(elements);
    }
  }

  /** The registry has no such NIK. */
  record NotFound() implements DukcapilAnswer {}

  /** The person is recorded as deceased. */
  record Deceased() implements DukcapilAnswer {}

  /** The record is inactive or duplicated; the person has to go to the civil registry's office. */
  record Inactive() implements DukcapilAnswer {}

  /** There is no verdict; ask again later. Says nothing about the person. */
  record Unavailable(Cause cause) implements DukcapilAnswer {}
}
