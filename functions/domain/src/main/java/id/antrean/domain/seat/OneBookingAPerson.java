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
   * @param guard what marks the person in the transaction that binds the seat
   */
  record Standing(Optional<Refusal> refusal, List<Change.Part> guard) {
    private static final Standing FREE =
        new Standing(Optional.empty(), List.of(new Change.GuardPerson(null)));

    static Standing refused(Refusal why) {
      return new Standing(Optional.of(why), List.of());
    }

    /**
     * The mark of an application that is not kept any more may be taken over until it comes back.
     */
    static Standing takesOver(ApplicationId gone) {
      return new Standing(
          Optional.empty(), List.of(new Change.GuardPerson(gone), new Change.StillGone(gone)));
    }

    /** The mark of a booking that counts no more may be taken over while that stands as it does. */
    static Standing takesOver(Application ended) {
      return new Standing(
          Optional.empty(),
          List.of(
              new Change.GuardPerson(ended.id()), new Change.StillAt(ended.id(), ended.version())));
    }

    /** The bind with what guards it. */
    Change.Bind guarding(Change.Bind bind) {
      Change.Bind guarded = bind;
      for (Change.Part part : guard) {
        guarded = guarded.with(part);
      }
      return guarded;
    }
  }

  /** A move keeps its guard and its place in the count. */
  Standing standing(Application application, ZoneId zone, Instant now) {
    if (application.booking().seated().isPresent()) {
      return Standing.FREE;
    }
    Guards found = guards.find(application);
    Optional<ApplicationId> holder =
        found.holder().filter(marked -> !marked.equals(application.id()));
    Optional<Application> other = holder.flatMap(applications::find);
    Optional<Application> seated = other.filter(it -> it.booking().seated().isPresent());
    if (seated.isPresent() && !liveBooking.allowsBeside(seated.get(), now)) {
      return Standing.refused(liveBooking.refusal(seated.get()));
    }
    if (!unpaidHolds(application).allow(application, found.unpaid())) {
      return Standing.refused(accountHoldsTooMany(application, found.unpaid(), zone, now));
    }
    return other
        .map(Standing::takesOver)
        .or(() -> holder.map(Standing::takesOver))
        .orElse(Standing.FREE);
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
