package id.antrean.gateway;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.document.DocumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a problem tells programs beside what every problem tells. Each record has the name of the
 * problem's schema in the contract ({@code StaleProblem}), or, where one schema is for several
 * types, that of its type ({@code /problems/sold-out}).
 */
public interface ProblemMembers extends View {

  /** All that is wrong with the request. */
  record Validation(List<FaultView> errors) implements ProblemMembers {}

  /** One thing that is wrong: where, and a sentence that helps. */
  record FaultView(String pointer, String detail) implements View {}

  record SoldOut(@Nullable String heldUntil) implements ProblemMembers {}

  record NotOpenYet(String opensAt) implements ProblemMembers {}

  record TooLate(String until) implements ProblemMembers {}

  record NotReady(List<DocumentKind> missing) implements ProblemMembers {}

  record Identity(IdentityVerdict verdict) implements ProblemMembers {}

  record NikHasBooking(@Nullable String until) implements ProblemMembers {}

  record TooManyHolds(int limit, @Nullable String until) implements ProblemMembers {}

  record Pause(String until) implements ProblemMembers {}

  record RescheduleLimit(int limit) implements ProblemMembers {}

  record Overtaken(@Nullable String sessionId) implements ProblemMembers {}

  record Stale(int version) implements ProblemMembers {}

  record WrongOffice(String officeId) implements ProblemMembers {}

  record WrongDay(String date) implements ProblemMembers {}

  record TooEarly(String from) implements ProblemMembers {}

  record AlreadyCheckedIn(int number) implements ProblemMembers {}
}
