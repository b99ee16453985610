package id.antrean.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.memory.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nearer something is that happens by itself, the sooner an application is worth a look. */
class LookingAgainAtAnApplicationTest {
  private static final Application DRAFT = Samples.draft("siti");

  @Test
  void aFileThatIsAwaitedIsLookedForInSeconds() {
    Document file =
        new Document(
            new DocumentId("file"),
            DocumentKind.ID_CARD,
            ContentType.JPEG,
            1,
            "sha",
            Document.State.AWAITING_UPLOAD,
            null,
            Samples.NOW);

    assertThat(NextLook.after(DRAFT)).isEqualTo(Duration.ofMinutes(1));
    assertThat(NextLook.after(DRAFT.declare(file, Samples.account("siti"), Samples.NOW)))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void filesThatAreVerifiedAreNotAwaited() {
    assertThat(NextLook.after(Samples.ready("siti"))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatHasEndedIsHardlyWorthALook() {
    assertThat(NextLook.after(DRAFT.cancel(Samples.account("siti"), Samples.NOW)))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aVerdictThatIsAwaitedIsLookedForEveryHalfMinute() {
    assertThat(
            NextLook.after(
                DRAFT.identified(
                    Identity.pending(), new Actor.Service("registration"), Samples.NOW)))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    "AWAITING_PAYMENT, PT5S",
    "CONFIRMED, PT1M",
    "PAID_UNSCHEDULED, PT1M",
    "CHECKED_IN, PT1M",
    "COMPLETED, PT1H",
    "NO_SHOW, PT1H"
  })
  void everyStatusHasItsPace(Status status, Duration pace) {
    assertThat(NextLook.after(Seated.as(status, DRAFT))).isEqualTo(pace);
  }
}
