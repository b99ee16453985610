package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Papers are sent as long as they may be changed; and those that the office has sent back, as long
 * as there is a seat to come to: who has one keeps it, and comes once.
 */
public final class SendPapersAskedFor {
  private final ApplicationRule mayChange = new ChangeUntilBooked();

  /** Why files of those kinds are not taken now. */
  public Optional<Refusal> refuses(
      Application application, Collection<DocumentKind> kinds, Instant now) {
    return mayChange
        .refuses(application, now)
        .filter(
            locked ->
                !(hasASeatToComeTo(application)
                    && kinds.stream().allMatch(kind -> isAskedFor(application, kind))));
  }

  private static boolean hasASeatToComeTo(Application application) {
    return application.booking().state() instanceof Held
        || application.booking().state() instanceof Confirmed;
  }

  private static boolean isAskedFor(Application application, DocumentKind kind) {
    return application.dossier().papers().stream()
        .filter(paper -> paper.accepts().contains(kind))
        .anyMatch(
            paper -> application.dossier().fileFor(paper).filter(Document::verified).isEmpty());
  }
}
