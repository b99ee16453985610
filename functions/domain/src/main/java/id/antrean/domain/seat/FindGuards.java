package id.antrean.domain.seat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import java.util.List;
import java.util.Optional;

/**
 * Tells what else the person and the account of an application hold. Only reads: whether a seat can
 * be bound is decided by the transaction that binds it.
 */
public interface FindGuards {

  /** Strongly consistent. Throws {@link id.antrean.domain.Unavailable}. */
  Guards find(Application application);

  /**
   * What is guarded.
   *
   * @param holder the application with which this person has a booking; empty when with none
   * @param unpaid the applications for which the account holds a seat without having paid
   */
  record Guards(Optional<ApplicationId> holder, List<ApplicationId> unpaid) {

    public Guards {
      unpaid = List.copyOf(unpaid);
    }
  }
}
