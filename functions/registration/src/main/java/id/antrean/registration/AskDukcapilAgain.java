package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.AskDukcapilLater;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Puts an open question to the civil registry again, for about three days. The answer is kept only
 * for the person who was asked about: data that changed meanwhile are asked about anew. However
 * often they are corrected, one chain of reminders goes on: the latest request's.
 */
@Singleton
public final class AskDukcapilAgain {
  private static final Actor.Service DUKCAPIL = new Actor.Service("identity");

  /** 10 minutes, then every 15: with the first five minutes a little over three days. */
  private static final int LAST_ATTEMPT = 290;

  private final ChangeApplication applications;
  private final People people;
  private final CheckIdentity registry;
  private final AskDukcapilLater later;
  private final EventLog log;
  private final Clock clock;

  public AskDukcapilAgain(
      FindApplication applications,
      SaveApplication save,
      People people,
      CheckIdentity registry,
      AskDukcapilLater later,
      EventLog log,
      Clock clock) {
    this.applications = new ChangeApplication(applications, save::save);
    this.people = people;
    this.registry = registry;
    this.later = later;
    this.log = log;
    this.clock = clock;
  }

  /** Throws {@link Unavailable} when the reminder has to come back by itself. */
  public void ask(Reminder reminder) {
    Asked asked = new Asked();
    applications.follow(
        reminder.application(),
        DUKCAPIL,
        application -> {
          if (!isStillOpen(application, reminder)) {
            return new Stay();
          }
          Identity answer = asked.about(people.question(application.dossier().applicant()));
          if (answer.verdict() == IdentityVerdict.PENDING) {
            remindAgain(reminder);
            return new Stay();
          }
          return new Become(application, application.identified(answer, DUKCAPIL, clock.instant()));
        });
  }

  private static boolean isStillOpen(Application application, Reminder reminder) {
    return application.status() != Status.CANCELLED
        && application.dossier().identity().isOpenSince(reminder.requestId());
  }

  /** The registry is asked once about a person, however often the answer has to be saved. */
  private final class Asked {
    private @Nullable Question question;
    private Identity answer = Identity.pending();

    Identity about(Question about) {
      if (!about.equals(question)) {
        question = about;
        answer = registry.check(about);
      }
      return answer;
    }
  }

  private void remindAgain(Reminder reminder) {
    if (reminder.attempt() >= LAST_ATTEMPT) {
      log.tell(
          LogEvent.IDENTITY_UNANSWERED,
          reminder.requestId(),
          new Detail("applicationId", reminder.application().value()));
      return;
    }
    later.remind(
        new Reminder(reminder.application(), reminder.attempt() + 1, reminder.requestId()),
        Duration.ofSeconds(reminder.attempt() == 1 ? 600 : 900));
  }
}
