package id.antrean.expiry;

import id.antrean.domain.application.Application;

/**
 * The last look before a hold is expired: whether the money came after all. Each way of asking is
 * one implementation; when an aggregator's answer settles the bill, the hold is no longer ours to
 * expire.
 */
public interface AskBeforeExpiring {

  /** True when the payment was found and taken in: nothing is to be expired then. */
  boolean paidAfterAll(Application application);

  /** Every aggregator is believed on its notifications alone. */
  static AskBeforeExpiring nobody() {
    return application -> false;
  }
}
