package id.antrean.counter.view;

import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Lane;
import id.antrean.domain.policy.PriorityByAge;
import id.antrean.gateway.View;
import id.antrean.gateway.view.SessionView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was let in.
 *
 * @param number by which they are called
 * @param nik masked
 * @param priority why they are in the priority lane, for the officer to check what is declared;
 *     null in the others
 */
public record CheckInView(
    String applicationId,
    int number,
    SessionView session,
    Status status,
    int version,
    String name,
    String nik,
    IdentityVerdict verdict,
    @Nullable PriorityReason priority)
    implements View {

  /** Why somebody is in the priority lane. */
  public enum PriorityReason {
    /** They are 60 or older, or under 5. */
    AGE,
    /** They say so: that they are pregnant or disabled, or come along with somebody. */
    DECLARED
  }

  public static CheckInView of(Application application, Seat seat, int number) {
    return new CheckInView(
        application.id().value(),
        number,
        SessionView.of(seat),
        application.status(),
        application.revision(),
        application.dossier().applicant().fullName(),
        application.dossier().applicant().nik().masked(),
        application.dossier().identity().verdict(),
        priority(application, seat));
  }

  private static @Nullable PriorityReason priority(Application application, Seat seat) {
    if (seat.session().lane() != Lane.PRIORITY) {
      return null;
    }
    return PriorityByAge.has(application.dossier().applicant().birthDate(), seat.session().date())
        ? PriorityReason.AGE
        : PriorityReason.DECLARED;
  }
}
