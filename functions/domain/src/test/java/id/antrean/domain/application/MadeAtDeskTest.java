package id.antrean.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.passport.PassportRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MadeAtDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final OfficeId CILEGON = new OfficeId("CLG");
  private static final OfficeId DENPASAR = new OfficeId("DPS");
  private static final Actor.Staff BUDI = new Actor.Staff("officer", "budi", CILEGON);

  private static Application made(DocumentKind... seen) {
    return Application.registerAtDesk(
        new ApplicationId("siti____________"),
        BUDI,
        new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ORDINARY, 10),
        new Applicant(
            new ProtectedNik("************0001", "lookup", "sealed"),
            "SITI AMINAH",
            "SERANG",
            LocalDate.of(1995, 7, 1),
            Sex.FEMALE,
            "+6281200000001",
            null,
            null,
            List.of()),
        new Identity(IdentityVerdict.MATCHED, List.of(), NOW),
        List.of(seen),
        NOW,
        "digest");
  }

  @Test
  void itIsTheDesksOfTheOfficeThatMadeItAndOfNobodyElse() {
    Application siti = made();

    assertThat(siti.belongsTo(BUDI)).isTrue();
    assertThat(siti.belongsTo(new Actor.Staff("supervisor", "rina", CILEGON))).isTrue();
    assertThat(siti.belongsTo(new Actor.Staff("officer", "made", DENPASAR))).isFalse();
    assertThat(siti.belongsTo(new Actor.Applicant("budi"))).isFalse();
    assertThat(siti.isMadeAtDesk()).isTrue();
    assertThat(siti.isMadeAtDeskOf(CILEGON)).isTrue();
    assertThat(siti.isMadeAtDeskOf(DENPASAR)).isFalse();
  }

  @Test
  void whatAnApplicantMakesIsNoDesks() {
    Application made = made();
    Application own =
        Application.register(
            made.id(),
            new Actor.Applicant("siti"),
            made.dossier().passport(),
            made.dossier().applicant(),
            made.dossier().identity(),
            NOW,
            null);

    assertThat(own.isMadeAtDesk()).isFalse();
    assertThat(own.isMadeAtDeskOf(CILEGON)).isFalse();
    assertThat(own.belongsTo(BUDI)).isFalse();
  }

  @Test
  void whatWasSeenIsOnRecordWithWhoSawIt() {
    Application siti =
        made(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD, DocumentKind.MARRIAGE_BOOK);

    assertThat(siti.status()).isEqualTo(Status.READY);
    assertThat(siti.version()).isEqualTo(1);
    assertThat(siti.revision()).isEqualTo(1);
    assertThat(siti.registration()).isEqualTo("digest");
    assertThat(siti.timeline().recent())
        .extracting(TimelineEntry::event, TimelineEntry::role, TimelineEntry::name)
        .containsExactly(
            told(new Event.Registered()),
            told(new Event.DocumentSeen(DocumentKind.ID_CARD)),
            told(new Event.DocumentSeen(DocumentKind.FAMILY_CARD)),
            told(new Event.DocumentSeen(DocumentKind.MARRIAGE_BOOK)));
  }

  private static Tuple told(Event event) {
    return tuple(event, "officer", "budi");
  }
}
