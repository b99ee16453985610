package id.antrean.domain.seat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.policy.OneLiveBooking;
import id.antrean.domain.policy.UnpaidHolds;
import id.antrean.domain.seat.FindGuards.Guards;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what {@link OneLiveBooking} asks of the person and, read with it, {@link UnpaidHolds} of
 * the account. Looked at before a seat is claimed, so that who cannot win never takes one from
 * somebody else, not for a moment; decided by the transaction that binds the seat, which guards the
 * person.
 */
final class OneBookingAPerson {
  private final FindGuards guards;
  private final FindApplication applications;
  private final OneLiveBooking liveBooking;
  private final HoldTerms terms;

  OneBookingAPerson(FindGuards guards, FindApplication applications, HoldTerms terms) {
    this.guards = guards;
    this.applications = applications;
    this.liveBooking = new OneLiveBooking(terms.guardedDays());
    this.terms = terms;
  }

  /**
   * How an application stands with its person and its account.
   *
   * @param refusal why it need not even try; empty when it may
   * @param ended the person's other application whose booking counts no more and whose guard may be
   *     taken over as long as that one stands as it does; null when there is none
   */
  record Standing(Optional<Refusal> refusal, @Nullable Application ended) {
    private static final Standing FREE = new Standing(Optional.empty(), null);

    static Standing refused(Refusal why) {
      return new Standing(Optional.of(why), null);
    }

    /** The bind with what guards it. */
    Change.Bind guarding(Change.Bind bind) {
      return ended == null
          ? bind.with(new Change.GuardPerson(null))
          : bind.with(new Change.GuardPerson(ended.id()))
              .with(new Change.StillAt(ended.id(), ended.version()));
    }
  }

  /** A move keeps its guard and its place in the count. */
  Standing standing(Application application, ZoneId zone, Instant now) {
    if (application.booking().seated().isPresent()) {
      return Standing.FREE;
    }
    Guards found = guards.find(application);
    Optional<Application> other =
        found
            .holder()
            .filter(holder -> !holder.equals(application.id()))
            .flatMap(applications::find)
            .filter(holder -> holder.booking().seated().isPresent());
    if (other.isPresent() && !liveBooking.allowsBeside(other.get(), now)) {
      return Standing.refused(liveBooking.refusal(other.get()));
    }
    if (!unpaidHolds(application).allow(application, found.unpaid())) {
      return Standing.refused(accountHoldsTooMany(application, found.unpaid(), zone, now));
    }
    return new Standing(Optional.empty(), other.orElse(null));
  }

  /** The transaction found that the person has another booking. */
  Refusal personHasBooking(Application application) {
    return guards
        .find(application)
        .holder()
        .flatMap(applications::find)
        .filter(holder -> holder.booking().seated().isPresent())
        .map(liveBooking::refusal)
        .orElseGet(() -> new Refusal.NikHasBooking(null));
  }

  /** The account holds so many seats unpaid that it cannot have another one. */
  Refusal accountHoldsTooMany(
      Application application, List<ApplicationId> unpaid, ZoneId zone, Instant now) {
    return unpaidHolds(application)
        .refusal(unpaid.stream().flatMap(id -> applications.find(id).stream()), zone, now);
  }

  private UnpaidHolds unpaidHolds(Application application) {
    return new UnpaidHolds(terms.unpaidHoldsOf(application));
  }
}
