package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.AskDukcapilLater;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.gateway.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts an open question to the civil registry again, for about three days. The answer is kept only
 * for the person who was asked about: data that changed meanwhile are asked about anew. However
 * often they are corrected, one chain of reminders goes on: the latest request's.
 */
public final class AskAgain {
  private static final Actor DUKCAPIL = new Actor.Service("identity");
  private static final int SAVES = 5;

  /** 10 minutes, then every 15: with the first five minutes a little over three days. */
  private static final int LAST_ATTEMPT = 290;

  private final FindApplication applications;
  private final SaveApplication save;
  private final People people;
  private final CheckIdentity registry;
  private final AskDukcapilLater later;
  private final EventLog log;
  private final Clock clock;

  public AskAgain(
      FindApplication applications,
      SaveApplication save,
      People people,
      CheckIdentity registry,
      AskDukcapilLater later,
      EventLog log,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.people = people;
    this.registry = registry;
    this.later = later;
    this.log = log;
    this.clock = clock;
  }

  /** Throws {@link Unavailable} when the reminder has to come back by itself. */
  public void ask(Reminder reminder) {
    Question asked = null;
    Identity answer = Identity.pending();
    for (int attempt = 0; attempt < SAVES; attempt++) {
      Application application = stillOpen(reminder);
      if (application == null) {
        return;
      }
      Question question = people.question(application.applicant());
      if (!question.equals(asked)) {
        asked = question;
        answer = registry.check(question);
      }
      if (answer.verdict() == IdentityVerdict.PENDING) {
        remindAgain(reminder);
        return;
      }
      Application after = application.identified(answer, DUKCAPIL, clock.instant());
      if (save.save(Change.of(application, after)) instanceof SaveApplication.Saved) {
        return;
      }
    }
    throw new Unavailable("the application changed again and again while a verdict came");
  }

  private @Nullable Application stillOpen(Reminder reminder) {
    Optional<Application> found = applications.find(reminder.application());
    return found
        .filter(application -> application.status() != Status.CANCELLED)
        .filter(application -> application.identity().isOpenSince(reminder.requestId()))
        .orElse(null);
  }

  private void remindAgain(Reminder reminder) {
    if (reminder.attempt() >= LAST_ATTEMPT) {
      log.alarm(
          "identity-unanswered",
          reminder.requestId(),
          "applicationId",
          reminder.application().value());
      return;
    }
    later.remind(
        new Reminder(reminder.application(), reminder.attempt() + 1, reminder.requestId()),
        Duration.ofSeconds(reminder.attempt() == 1 ? 600 : 900));
  }
}
