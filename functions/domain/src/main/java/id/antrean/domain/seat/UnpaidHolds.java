package id.antrean.domain.seat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.policy.HoldTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many seats an account may hold without having paid for them. */
final class UnpaidHolds {
  private final FindApplication applications;
  private final HoldTerms terms;

  UnpaidHolds(FindApplication applications, HoldTerms terms) {
    this.applications = applications;
    this.terms = terms;
  }

  /** Why an application may not hold one more, beside those; nothing counts what is paid. */
  Optional<Refusal> refuses(
      Application application, List<ApplicationId> unpaid, ZoneId zone, Instant now) {
    boolean exhausted =
        !application.booking().paid()
            && unpaid.size() >= terms.unpaidHolds()
            && !unpaid.contains(application.id());
    return exhausted ? Optional.of(tooMany(unpaid, zone, now)) : Optional.empty();
  }

  /** The account has as many as it may; told until the first of them has to be paid. */
  Refusal tooMany(List<ApplicationId> unpaid, ZoneId zone, Instant now) {
    return new Refusal.TooManyHolds(terms.unpaidHolds(), firstDeadline(unpaid, zone, now));
  }

  private @Nullable ZonedDateTime firstDeadline(
      List<ApplicationId> unpaid, ZoneId zone, Instant now) {
    return unpaid.stream()
        .flatMap(id -> applications.find(id).stream())
        .flatMap(it -> it.booking().payBy().stream())
        .min(Instant::compareTo)
        .filter(now::isBefore)
        .map(payBy -> payBy.atZone(zone))
        .orElse(null);
  }
}
