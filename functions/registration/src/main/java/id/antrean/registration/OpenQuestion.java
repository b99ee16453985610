package id.antrean.registration;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.applicant.AskDukcapilLater;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import jakarta.inject.Singleton;

/**
 * Sees to it that a question the civil registry left open is asked again. The reminder is sent
 * before the application is stored, so that no crash leaves a question that nobody asks.
 */
@Singleton
public final class OpenQuestion {
  private final AskDukcapilLater later;
  private final EventLog log;

  public OpenQuestion(AskDukcapilLater later, EventLog log) {
    this.later = later;
    this.log = log;
  }

  /**
   * The identity as it is to be stored. A queue that is down refuses nobody: an earlier reminder
   * may go on then, and the counter checks a question that stays open.
   */
  public Identity remember(ApplicationId application, Identity identity, String requestId) {
    if (identity.verdict() != IdentityVerdict.PENDING) {
      return identity;
    }
    try {
      later.remind(new Reminder(application, 1, requestId), null);
      return identity.openedBy(requestId);
    } catch (Unavailable queueDown) {
      log.tell(
          LogEvent.IDENTITY_REMINDER_NOT_SENT,
          requestId,
          new Detail("applicationId", application.value()));
      return identity;
    }
  }
}
