package id.antrean.counter;

import static id.antrean.counter.Counter.DAY;
import static id.antrean.counter.Counter.EIGHT;
import static id.antrean.counter.Counter.JAYAPURA;
import static id.antrean.counter.Counter.OFFICER;
import static id.antrean.counter.Counter.at;
import static id.antrean.counter.Counter.done;
import static id.antrean.counter.Counter.seat;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.counter.EndVisit.Completed;
import id.antrean.counter.ReviewPapers.OfIdentity;
import id.antrean.counter.ReviewPapers.OfPaper;
import id.antrean.counter.ReviewPapers.Review;
import id.antrean.domain.Actor;
import id.antrean.domain.Unavailable;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.memory.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewingTest {
  private static final DocumentKind CARD = DocumentKind.FAMILY_CARD;
  private static final String CUT = "the lower half is cut off";

  private final Counter counter = new Counter();
  private final Application siti = counter.confirmed("siti", EIGHT);

  private static Review again(String wrong) {
    return new Review(List.of(new OfPaper(CARD, wrong)), null, null);
  }

  private static Review accepted() {
    return new Review(List.of(new OfPaper(CARD, null)), null, null);
  }

  private static Review noted(String note) {
    return new Review(List.of(), null, note);
  }

  private static Review decided(IdentityVerdict verdict) {
    return new Review(List.of(), new OfIdentity(verdict, "seen with her own eyes"), null);
  }

  private Outcome<Application> says(Review review) {
    return counter.reviews.review(siti.id(), review, OFFICER, null);
  }

  private Application now() {
    return counter.world.see(siti.id());
  }

  private static Document card(Application application) {
    return application.dossier().documents().stream()
        .filter(it -> it.kind() == CARD)
        .findFirst()
        .orElseThrow();
  }

  private List<Event> events() {
    return now().timeline().recent().stream().map(TimelineEntry::event).toList();
  }

  // ---- What is said ----

  @Test
  void whoSendsAPaperBackLeavesTheSeatAndSaysWhatIsWrong() {
    Application reviewed = done(says(again(CUT)));

    assertThat(reviewed).isEqualTo(now());
    assertThat(reviewed.status()).isEqualTo(Status.CONFIRMED);
    assertThat(reviewed.booking().state()).isEqualTo(siti.booking().state());
    assertThat(card(reviewed).state()).isEqualTo(Document.State.REJECTED);
    assertThat(card(reviewed).reason()).isEqualTo(RejectionReason.SENT_BACK);
    assertThat(card(reviewed).note()).isEqualTo(CUT);
    assertThat(card(reviewed).kept()).as("the office looks at it again").isTrue();
    assertThat(reviewed.latest())
        .isEqualTo(
            new TimelineEntry(
                at("07:00"), new Event.DocumentSentBack(CARD, CUT), "officer", "budi"));
    assertThat(counter.world.see(seat(siti).session()).seats()).contains(seat(siti).hold());
  }

  @Test
  void whatIsSaidTogetherIsOneStep() {
    Review all =
        new Review(
            List.of(new OfPaper(DocumentKind.ID_CARD, null), new OfPaper(CARD, CUT)),
            new OfIdentity(IdentityVerdict.DIFFERS, "the name is another"),
            "bring the original");

    Application reviewed = done(says(all));

    assertThat(reviewed.version()).isEqualTo(siti.version() + 1);
    assertThat(reviewed.revision()).isEqualTo(siti.revision() + 1);
    assertThat(events())
        .endsWith(
            new Event.DocumentAccepted(DocumentKind.ID_CARD),
            new Event.DocumentSentBack(CARD, CUT),
            new Event.IdentityDecided(IdentityVerdict.DIFFERS, "the name is another"),
            new Event.OfficeNoted("bring the original"));
    assertThat(reviewed.dossier().identity().verdict()).isEqualTo(IdentityVerdict.DIFFERS);
    assertThat(done(says(all))).as("said again").isEqualTo(reviewed);
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    for (Review review :
        List.of(
            again(CUT),
            accepted(),
            noted("bring the original"),
            decided(IdentityVerdict.DIFFERS))) {
      Application first = done(says(review));
      assertThat(done(says(review))).isEqualTo(first);
      assertThat(now()).isEqualTo(first);
    }
  }

  @Test
  void anotherWordOnTheSamePaperIsNews() {
    done(says(again(CUT)));
    assertThat(card(done(says(again("it is not hers")))).note()).isEqualTo("it is not hers");
    assertThat(events())
        .endsWith(
            new Event.DocumentSentBack(CARD, CUT),
            new Event.DocumentSentBack(CARD, "it is not hers"));
  }

  @Test
  void whatWasSentBackByMistakeIsAcceptedAfterAll() {
    done(says(again(CUT)));
    Application accepted = done(says(accepted()));
    assertThat(card(accepted).verified()).isTrue();
    assertThat(card(accepted).note()).isNull();
    assertThat(card(accepted).approvedAt()).isEqualTo(at("07:00"));
    assertThat(accepted.dossier().complete()).isTrue();
    assertThat(accepted.latest().event()).isEqualTo(new Event.DocumentAccepted(CARD));
  }

  /** What was accepted once says nothing of the file that came in its place. */
  @Test
  void anotherFileIsLookedAtAnew() {
    done(says(accepted()));
    done(says(again(CUT)));
    Document other =
        new Document(
            new DocumentId("CCCCCCCCCCCCCCCC"),
            CARD,
            card(siti).contentType(),
            5,
            "c".repeat(43) + "=",
            Document.State.AWAITING_UPLOAD,
            null,
            at("07:00"));
    Application declared =
        now().declare(List.of(other), new Actor.Applicant(siti.account()), at("07:00"));
    counter.world.has(declared);
    assertThat(says(again(CUT))).isEqualTo(Outcome.refused(new Refusal.NoSuchPaper(CARD)));
    counter.world.has(declared.verified(other, new Actor.Service("verification"), at("07:00")));

    done(says(accepted()));
    assertThat(events())
        .endsWith(new Event.DocumentVerified(CARD), new Event.DocumentAccepted(CARD));
    assertThat(card(now()).id()).isEqualTo(other.id());
  }

  @Test
  void whoHasComeIsLookedAtToo() {
    done(counter.scan(siti));
    Application reviewed = done(says(again(CUT)));
    assertThat(reviewed.status()).isEqualTo(Status.CHECKED_IN);
    assertThat(counter.visitor(siti).number()).isEqualTo(1);
  }

  // ---- What is refused ----

  @Test
  void nothingIsSaidOfAPaperThatIsNotThere() {
    Review mixed =
        new Review(
            List.of(new OfPaper(CARD, CUT), new OfPaper(DocumentKind.OLD_PASSPORT, null)),
            null,
            "bring it");
    assertThat(says(mixed))
        .isEqualTo(Outcome.refused(new Refusal.NoSuchPaper(DocumentKind.OLD_PASSPORT)));
    assertThat(now()).as("nor of the others").isEqualTo(siti);
  }

  @Test
  void anotherOfficesPeopleFindNothing() {
    Actor.Staff elsewhere = new Actor.Staff("officer", "yos", JAYAPURA.id());
    assertThat(counter.reviews.review(siti.id(), again(CUT), elsewhere, null))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
    assertThat(counter.reviews.review(ready("nobody").id(), again(CUT), OFFICER, null))
        .isEqualTo(Outcome.refused(new Refusal.NotFound()));
    assertThat(now()).isEqualTo(siti);
  }

  @Test
  void aVisitThatHasItsEndIsNotPreparedAnyMore() {
    done(counter.scan(siti));
    Application ended = done(counter.ends.end(siti.id(), new Completed(), OFFICER, null));
    assertThat(says(again(CUT)))
        .isEqualTo(Outcome.refused(new Refusal.WrongStatus(Status.COMPLETED)));
    assertThat(now()).isEqualTo(ended);
  }

  @Test
  void whoLooksAtAnOldVersionSaysNothing() {
    Set<Integer> before = Set.of(siti.revision() - 1);
    assertThat(counter.reviews.review(siti.id(), again(CUT), OFFICER, new IfVersion(before)))
        .isEqualTo(Outcome.refused(new Refusal.Stale(siti.revision())));
    assertThat(now()).isEqualTo(siti);
  }

  // ---- Faults and others ----

  @Test
  void ifTheAnswerOfTheStoreGetsLostARepeatFindsItDone() {
    counter.faults.answerLost("save");
    assertThatThrownBy(() -> says(again(CUT))).isInstanceOf(Unavailable.class);
    Application reviewed = now();
    assertThat(done(says(again(CUT)))).isEqualTo(reviewed);
    assertThat(reviewed.version()).isEqualTo(siti.version() + 1);
  }

  @Test
  void aCrashBeforeItIsPutDownLosesNothingElse() {
    counter.faults.crashBefore("save");
    assertThatThrownBy(() -> says(again(CUT))).isInstanceOf(Faults.Crash.class);
    assertThat(now()).isEqualTo(siti);
    assertThat(card(done(says(again(CUT)))).note()).isEqualTo(CUT);
  }

  /** She came through the door while an officer looked at her papers: neither is lost. */
  @Test
  void whoComesWhileTheirPapersAreLookedAtHasComeAndTheyWereLookedAt() {
    List<Outcome<CheckIn.Arrival>> arrivals = new ArrayList<>();
    counter.faults.before("save", () -> arrivals.add(counter.scan(siti)));
    Application reviewed = done(says(again(CUT)));
    assertThat(done(arrivals.getFirst()).number()).isEqualTo(1);
    assertThat(reviewed.status()).isEqualTo(Status.CHECKED_IN);
    assertThat(card(now()).note()).isEqualTo(CUT);
    assertThat(counter.line().date()).isEqualTo(DAY);
  }
}
