package id.antrean.expiry;

import id.antrean.domain.application.Application;

/**
 * The last look before a hold is expired: whether the money came after all. And the end of what
 * could still be paid for a hold that is over.
 */
public interface AskBeforeExpiring {
  /** What those say who gave out a code for it. */
  enum Answer {
    /** It came, and is on its way to be settled. */
    PAID,
    NOT_PAID,
    /** Somebody who may have it did not answer. */
    NO_ANSWER
  }

  /** Throws {@link id.antrean.domain.Unavailable} when what came could not be handed on. */
  Answer ask(Application application);

  /**
   * Sees to it that no code of the application can be paid that should not be; true when none can.
   */
  boolean endCodes(Application application);

  /** Nobody gives out codes. */
  static AskBeforeExpiring nobody() {
    return new AskBeforeExpiring() {
      @Override
      public Answer ask(Application application) {
        return Answer.NOT_PAID;
      }

      @Override
      public boolean endCodes(Application application) {
        return true;
      }
    };
  }
}
