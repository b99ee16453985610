package id.antrean.counter;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.PaperVerdict;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.ReviewUntilServed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An officer looks at an application before its visit: sends papers back, decides what the registry
 * left open, tells its applicant something. The seat stays, so that people come once and with what
 * is needed. Saying what is so already changes nothing.
 */
@Singleton
public final class ReviewPapers {
  private final ApplicationRule mayReview = new ReviewUntilServed();
  private final ChangeApplication applications;
  private final Clock clock;

  public ReviewPapers(FindApplication applications, SaveApplication save, Clock clock) {
    this.applications = new ChangeApplication(applications, save::save);
    this.clock = clock;
  }

  /**
   * What an officer says.
   *
   * @param papers each by its kind
   * @param identity null where nothing is decided about it
   * @param note for the applicant; null for none
   */
  public record Review(List<OfPaper> papers, @Nullable OfIdentity identity, @Nullable String note) {
    public Review {
      papers = List.copyOf(papers);
    }
  }

  /**
   * Of one paper.
   *
   * @param wrong what is wrong with it; null where it will do
   */
  public record OfPaper(DocumentKind kind, @Nullable String wrong) {}

  /** Of the person's identity. */
  public record OfIdentity(IdentityVerdict verdict, String reason) {}

  /**
   * Puts it down, all in one step.
   *
   * @param ifVersion refuse when the application stands at another version; null for no condition
   */
  public Outcome<Application> review(
      ApplicationId id, Review review, Actor.Staff by, @Nullable IfVersion ifVersion) {
    return applications.change(
        new Wanted(id, by, ifVersion), application -> decide(application, review, by));
  }

  private Decision decide(Application application, Review review, Actor.Staff by) {
    Instant now = clock.instant();
    Optional<Refusal> refusal =
        mayReview
            .refuses(application, now)
            .or(() -> firstWithoutFile(application, review.papers()).map(Refusal.NoSuchPaper::new));
    if (refusal.isPresent()) {
      return new Refuse(refusal.get());
    }
    Application after = reviewed(application, review, by, now);
    return after.equals(application) ? new Stay() : new Become(Change.of(application, after));
  }

  private static Application reviewed(
      Application application, Review review, Actor.Staff by, Instant now) {
    Application after = application;
    List<PaperVerdict> verdicts = verdicts(application, review.papers());
    if (!verdicts.isEmpty()) {
      after = after.reviewed(verdicts, by, now);
    }
    OfIdentity identity = review.identity();
    if (identity != null && application.dossier().identity().verdict() != identity.verdict()) {
      Identity known = application.dossier().identity();
      after =
          after.identityDecided(
              new Identity(identity.verdict(), known.differs(), now), identity.reason(), by, now);
    }
    String note = review.note();
    if (note != null && !application.latest().event().equals(new Event.OfficeNoted(note))) {
      after = after.told(note, by, now);
    }
    return inOneStep(application, after);
  }

  /** However much was said, it is one write, and one version for who looks. */
  private static Application inOneStep(Application before, Application after) {
    return after.version() == before.version() ? after : after.asOneStepFrom(before);
  }

  private static Optional<DocumentKind> firstWithoutFile(
      Application application, List<OfPaper> papers) {
    return papers.stream()
        .map(OfPaper::kind)
        .filter(kind -> toLookAt(application, kind).isEmpty())
        .findFirst();
  }

  /** Before a file was verified nobody can look at it. */
  private static Optional<Document> toLookAt(Application application, DocumentKind kind) {
    return application.dossier().documents().stream()
        .filter(document -> document.kind() == kind)
        .filter(Document::kept)
        .findFirst();
  }

  /** Those that are not known already. */
  private static List<PaperVerdict> verdicts(Application application, List<OfPaper> papers) {
    return papers.stream()
        .flatMap(
            paper ->
                toLookAt(application, paper.kind()).stream()
                    .map(document -> new PaperVerdict(document, paper.wrong())))
        .filter(verdict -> !isKnown(verdict))
        .toList();
  }

  private static boolean isKnown(PaperVerdict verdict) {
    Document document = verdict.document();
    String wrong = verdict.wrong();
    return wrong == null ? document.approvedAt() != null : Objects.equals(document.note(), wrong);
  }
}
