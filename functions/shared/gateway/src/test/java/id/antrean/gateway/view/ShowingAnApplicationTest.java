package id.antrean.gateway.view;

import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.Actor;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.application.Application;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.Lane;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Language;
import id.antrean.memory.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An application as its applicant sees it: all that they wrote, and where it stands. */
class ShowingAnApplicationTest {
  private static final Application DRAFT = Samples.draft("siti");

  private static JsonNode shown(Application application) {
    return Seated.json(ApplicationView.of(application, Language.ENGLISH));
  }

  @Test
  void itIsAnsweredWithItsVersionAndWhenToLookAgain() {
    Application held = Seated.in(Lane.REGULAR, Samples.ready("siti")).fence();

    Answer answer = ApplicationView.answer(held, Language.ENGLISH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(shown(held));
    assertThat(answer.headers())
        .containsEntry("ETag", "\"" + held.revision() + "\"")
        .containsEntry("Retry-After", "5")
        .containsEntry("Cache-Control", "no-store");
    assertThat(shown(held).path("version").intValue())
        .isEqualTo(held.revision())
        .isNotEqualTo(held.version());
  }

  @Test
  void whoItIsForIsShownAsTheyWroteItButForTheirNik() {
    JsonNode view = shown(DRAFT);

    assertThat(view.path("id").textValue()).isEqualTo("siti____________");
    assertThat(view.path("status").textValue()).isEqualTo("DRAFT");
    assertThat(view.path("kind").textValue()).isEqualTo("NEW");
    assertThat(view.at("/passport/type").textValue()).isEqualTo("ELECTRONIC");
    assertThat(view.at("/passport/validityYears").intValue()).isEqualTo(10);
    assertThat(view.at("/applicant/nik").textValue()).isEqualTo("************0001");
    assertThat(view.at("/applicant/fullName").textValue()).isEqualTo("siti");
    assertThat(view.at("/applicant/birthDate").textValue()).isEqualTo("1995-07-01");
    assertThat(view.at("/applicant/email").isNull()).isTrue();
    assertThat(view.at("/applicant/guardian").isNull()).isTrue();
    assertThat(view.at("/applicant/notes").isEmpty()).isTrue();
    assertThat(view.path("createdAt").textValue()).isEqualTo("2026-11-23T09:00:00+07:00");
    assertThat(view.path("bill").isNull()).isTrue();
    assertThat(view.path("booking").isNull()).isTrue();
  }

  @Test
  void aChildsGuardianIsShownTooAndWhatTheNikSaysOtherwise() {
    Applicant child =
        with(
            new Guardian(
                new ProtectedNik("************0002", "lookup", "sealed"),
                "BUDI",
                "+6281200000002",
                Guardian.Relation.FATHER),
            NikNote.SEX_DIFFERS);
    JsonNode applicant =
        shown(
                DRAFT.correct(
                    DRAFT.dossier().passport(), child, Identity.pending(), Seated.SITI, NOW))
            .path("applicant");

    assertThat(applicant.at("/guardian/nik").textValue()).isEqualTo("************0002");
    assertThat(applicant.at("/guardian/fullName").textValue()).isEqualTo("BUDI");
    assertThat(applicant.at("/guardian/phone").textValue()).isEqualTo("+6281200000002");
    assertThat(applicant.at("/guardian/relation").textValue()).isEqualTo("FATHER");
    assertThat(applicant.path("notes")).hasSize(1);
    assertThat(applicant.at("/notes/0/code").textValue()).isEqualTo("SEX_DIFFERS");
    assertThat(applicant.at("/notes/0/detail").textValue()).contains("another sex");
  }

  private static Applicant with(@Nullable Guardian guardian, NikNote... notes) {
    Applicant siti = DRAFT.dossier().applicant();
    return new Applicant(
        siti.nik(),
        siti.fullName(),
        siti.birthPlace(),
        siti.birthDate(),
        siti.sex(),
        siti.phone(),
        siti.email(),
        guardian,
        List.of(notes));
  }

  @Test
  void whatTheRegistrySaysDiffersIsNamed() {
    JsonNode identity =
        shown(
                DRAFT.identified(
                    new Identity(IdentityVerdict.DIFFERS, List.of("birthDate", "fullName"), NOW),
                    new Actor.Service("registration"),
                    NOW))
            .at("/applicant/identity");

    assertThat(identity.path("verdict").textValue()).isEqualTo("DIFFERS");
    assertThat(identity.path("differs"))
        .extracting(JsonNode::textValue)
        .containsExactly("birthDate", "fullName");
    assertThat(identity.path("checkedAt").textValue()).isEqualTo("2026-11-23T09:00:00+07:00");
  }

  @Test
  void whatTheRegistryHasNotAnsweredHasNoTime() {
    JsonNode identity =
        shown(DRAFT.identified(Identity.pending(), new Actor.Service("registration"), NOW))
            .at("/applicant/identity");

    assertThat(identity.path("verdict").textValue()).isEqualTo("PENDING");
    assertThat(identity.path("checkedAt").isNull()).isTrue();
  }

  // ---- Papers ----

  @Test
  void everyPaperThatIsAskedForIsListedWithTheFileForIt() {
    Document diploma = file("diploma", DocumentKind.DIPLOMA);
    JsonNode documents =
        shown(
                DRAFT
                    .declare(diploma, Seated.SITI, NOW)
                    .rejected(diploma, RejectionReason.EMPTY, new Actor.Service("uploads"), NOW))
            .path("documents");

    assertThat(documents)
        .extracting(it -> it.path("kind").textValue())
        .containsExactly("ID_CARD", "FAMILY_CARD", "BIRTH_CERTIFICATE");
    assertThat(documents).allMatch(it -> it.path("required").booleanValue());
    JsonNode missing = documents.path(0);
    assertThat(missing.path("status").textValue()).isEqualTo("MISSING");
    assertThat(missing.path("id").isNull()).isTrue();
    assertThat(missing.path("reason").isNull()).isTrue();
    JsonNode rejected = documents.path(2);
    assertThat(rejected.path("accepts"))
        .extracting(JsonNode::textValue)
        .containsExactly("BIRTH_CERTIFICATE", "MARRIAGE_BOOK", "DIPLOMA");
    assertThat(rejected.path("status").textValue()).isEqualTo("REJECTED");
    assertThat(rejected.path("id").textValue()).isEqualTo("diploma");
    assertThat(rejected.at("/reason/code").textValue()).isEqualTo("EMPTY");
    assertThat(rejected.at("/reason/detail").textValue()).contains("empty");
  }

  @Test
  void aFileThatNoPaperAsksForComesLastAndIsNotRequired() {
    JsonNode documents =
        shown(DRAFT.declare(file("report", DocumentKind.POLICE_REPORT), Seated.SITI, NOW))
            .path("documents");

    assertThat(documents).hasSize(4);
    JsonNode last = documents.path(3);
    assertThat(last.path("kind").textValue()).isEqualTo("POLICE_REPORT");
    assertThat(last.path("required").booleanValue()).isFalse();
    assertThat(last.path("accepts"))
        .extracting(JsonNode::textValue)
        .containsExactly("POLICE_REPORT");
    assertThat(last.path("status").textValue()).isEqualTo("AWAITING_UPLOAD");
    assertThat(last.path("id").textValue()).isEqualTo("report");
  }

  private static Document file(String id, DocumentKind kind) {
    return new Document(
        new DocumentId(id),
        kind,
        ContentType.JPEG,
        1,
        "sha",
        Document.State.AWAITING_UPLOAD,
        null,
        NOW);
  }

  // ---- Fee and seat ----

  @Test
  void whatItCostsIsTheTariffUntilSomethingElseIsBilled() {
    Application ready = Samples.ready("siti");
    Application held = Seated.in(Lane.EXPRESS, ready);
    Actor expiry = new Actor.Service("expiry");

    assertThat(fee(ready)).isEqualTo(950_000);
    assertThat(fee(held)).isEqualTo(1_950_000);
    assertThat(fee(Samples.expired(held, expiry, Seated.later()))).isEqualTo(950_000);
    assertThat(fee(Seated.paid(held, false))).isEqualTo(1_950_000);
  }

  private static long fee(Application application) {
    JsonNode fee = shown(application).path("fee");
    assertThat(fee.path("currency").textValue()).isEqualTo("IDR");
    return fee.path("amount").longValue();
  }

  @Test
  void aSeatIsHeldUntilItIsPaidAndConfirmedThen() {
    Application held = Seated.in(Lane.PRIORITY, Samples.ready("siti"));

    JsonNode booking = shown(held).path("booking");
    assertThat(booking.path("state").textValue()).isEqualTo("HELD");
    assertThat(booking.path("payBy").textValue()).isEqualTo("2026-11-23T13:00:00+09:00");
    assertThat(booking.path("rescheduled").intValue()).isZero();
    JsonNode session = booking.path("session");
    assertThat(session.path("id").textValue()).isEqualTo("JAP.2026-12-07.0800.PRIORITY");
    assertThat(session.path("officeId").textValue()).isEqualTo("JAP");
    assertThat(session.path("startsAt").textValue()).isEqualTo("2026-12-07T08:00:00+09:00");
    assertThat(session.path("endsAt").textValue()).isEqualTo("2026-12-07T09:00:00+09:00");
    assertThat(session.path("lane").textValue()).isEqualTo("PRIORITY");

    JsonNode confirmed = shown(Seated.paid(held, true)).path("booking");
    assertThat(confirmed.path("state").textValue()).isEqualTo("CONFIRMED");
    assertThat(confirmed.path("payBy").isNull()).isTrue();
    assertThat(shown(held).at("/bill/billingCode").textValue()).isEqualTo(Seated.CODE);
  }
}
