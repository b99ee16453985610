package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.Inspection;
import id.antrean.uploads.House.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaringTest {
  private static final Map<String, String> KEY = Map.of("Idempotency-Key", "key-0001");

  private final House house = new House();

  @Test
  void aDeclaredFileGetsAnAddressToUploadItTo() {
    Reply reply = house.declare("ID_CARD", "a card");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers())
        .containsEntry("Location", "/v1/applications/" + House.ID + "/documents/" + reply.id());
    assertThat(reply.json().path("status").asText()).isEqualTo("AWAITING_UPLOAD");
    assertThat(reply.json().at("/upload/method").asText()).isEqualTo("PUT");
    assertThat(reply.json().at("/upload/headers/Content-Type").asText()).isEqualTo("image/jpeg");
    assertThat(reply.json().at("/upload/expiresAt").asText())
        .isEqualTo("2026-11-23T09:05:00+07:00");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    Reply reply =
        house.call(
            "siti",
            "POST",
            "/applications/{id}/documents",
            Map.of("id", House.ID.value()),
            """
            {"kind":"SELFIE","contentType":"image/gif","size":10485761,
             "sha256":"n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgh=","more":1}
            """,
            Map.of("Idempotency-Key", "short"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/header/Idempotency-Key", "/kind", "/contentType", "/size", "/sha256", "/more");
  }

  @Test
  void theSameFileOnceMoreIsTheSameDocument() {
    String id = house.declare("ID_CARD", "a card").id();

    assertThat(house.declare("ID_CARD", "a card").id()).isEqualTo(id);
    assertThat(house.application().version()).isEqualTo(2);
    assertThat(house.declare("FAMILY_CARD", "a card").id()).isNotEqualTo(id);
  }

  @Test
  void aVerifiedFileNeedsNoUpload() {
    String id = house.upload("ID_CARD", "a card");

    Reply again = house.declare("ID_CARD", "a card");

    assertThat(again.id()).isEqualTo(id);
    assertThat(again.json().path("status").asText()).isEqualTo("VERIFIED");
    assertThat(again.json().path("upload").isNull()).isTrue();
  }

  private Reply theCardAsPng() {
    return house.call(
        "siti",
        "POST",
        "/applications/{id}/documents",
        Map.of("id", House.ID.value()),
        House.declaration("ID_CARD", "image/png", "a card"),
        Map.of());
  }

  @Test
  void aRejectedFileCanBeDeclaredAsWhatItIs() {
    house.inspection = new Inspection.Unsound(Inspection.Reason.WRONG_TYPE);
    String id = house.upload("ID_CARD", "a card");

    Reply again = theCardAsPng();

    assertThat(again.id()).isEqualTo(id);
    assertThat(again.json().path("status").asText()).isEqualTo("AWAITING_UPLOAD");
    assertThat(again.json().at("/upload/headers/Content-Type").asText()).isEqualTo("image/png");
  }

  @Test
  void anotherFileForAPaperTakesTheFormersPlace() {
    String first = house.upload("BIRTH_CERTIFICATE", "a certificate");

    String second = house.declare("DIPLOMA", "a diploma").id();

    assertThat(house.application().dossier().documents())
        .singleElement()
        .satisfies(document -> assertThat(document.id().value()).isEqualTo(second));
    assertThat(house.files.kept).doesNotContainKey(new DocumentId(first));
  }

  @Test
  void takingARequiredPapersPlaceMakesAReadyApplicationADraft() {
    complete();
    assertThat(house.application().status()).isEqualTo(Status.READY);

    house.declare("ID_CARD", "a better card");

    assertThat(house.application().status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void theSameKeyAndBodyIsTheSameDocumentAndAnotherBodyIsRefused() {
    Reply first = house.declare("ID_CARD", "a card", KEY);

    assertThat(house.declare("ID_CARD", "a card", KEY).body()).isEqualTo(first.body());
    assertThat(house.declare("ID_CARD", "another card", KEY).status()).isEqualTo(422);
    assertThat(house.application().version()).isEqualTo(2);

    house.world.pass(Duration.ofHours(24));
    assertThat(house.declare("ID_CARD", "another card", KEY).status()).isEqualTo(201);
  }

  @Test
  void aRepeatUnderItsKeyIsAnsweredEvenWhenDocumentsAreLocked() {
    String id = house.declare("DIPLOMA", "a diploma", KEY).id();
    house.world.has(house.application().cancel(House.SITI, house.world.time.instant()));

    assertThat(house.declare("DIPLOMA", "a diploma", KEY).id()).isEqualTo(id);
    Reply locked = house.declare("DIPLOMA", "another", Map.of());
    assertThat(locked.status()).isEqualTo(409);
    assertThat(locked.json().path("type").asText()).isEqualTo("/problems/locked");
  }

  @Test
  void aDeclarationThatMeetsAnotherIsDecidedAnew() {
    house.faults.before("save", () -> house.declare("FAMILY_CARD", "a family card"));

    assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(201);
    assertThat(house.application().dossier().documents()).hasSize(2);
  }

  @Test
  void anothersApplicationIsNotFound() {
    String id = house.declare("ID_CARD", "a card").id();

    assertThat(house.on("budi", "GET", id, Map.of()).status()).isEqualTo(404);
    assertThat(house.on("budi", "DELETE", id, Map.of()).status()).isEqualTo(404);
    assertThat(
            house
                .call(
                    "budi",
                    "POST",
                    "/applications/{id}/documents",
                    Map.of("id", House.ID.value()),
                    House.declaration("ID_CARD", "image/jpeg", "x"),
                    Map.of())
                .status())
        .isEqualTo(404);
  }

  @Test
  void aDocumentIsTakenBackOnceAndForAll() {
    String id = complete();

    assertThat(house.remove(id, Map.of("If-Match", "\"1\"")).status()).isEqualTo(412);
    assertThat(house.remove(id, Map.of()).status()).isEqualTo(204);
    assertThat(house.application().status()).isEqualTo(Status.DRAFT);
    assertThat(house.files.kept).doesNotContainKey(new DocumentId(id));
    int version = house.application().version();

    assertThat(house.remove(id, Map.of("If-Match", "\"1\"")).status()).isEqualTo(204);
    assertThat(house.application().version()).isEqualTo(version);
    assertThat(house.remove("no-id", Map.of()).status()).isEqualTo(404);
    assertThat(house.one(id).status()).isEqualTo(404);
  }

  private String complete() {
    house.upload("FAMILY_CARD", "a family card");
    house.upload("BIRTH_CERTIFICATE", "a certificate");
    return house.upload("ID_CARD", "a card");
  }

  @Test
  void aKeyIsRememberedWhateverWasDeclaredAfterIt() {
    String first = house.declare("ID_CARD", "a card", KEY).id();
    String second = house.declare("ID_CARD", "a better card").id();
    int version = house.application().version();

    Reply again = house.declare("ID_CARD", "a card", KEY);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.id()).isEqualTo(first);
    assertThat(again.headers())
        .containsEntry("Location", "/v1/applications/" + House.ID + "/documents/" + first);
    assertThat(again.json().path("status").asText()).isEqualTo("REMOVED");
    assertThat(again.json().path("upload").isNull()).isTrue();
    assertThat(house.declare("ID_CARD", "another card", KEY).status()).isEqualTo(422);
    assertThat(house.application().version()).isEqualTo(version);
    assertThat(house.application().dossier().documents())
        .singleElement()
        .satisfies(document -> assertThat(document.id().value()).isEqualTo(second));
  }

  @Test
  void aRepeatAfterTakingBackDoesNotMakeItAnew() {
    String id = house.declare("ID_CARD", "a card", KEY).id();
    house.remove(id, Map.of());

    Reply again = house.declare("ID_CARD", "a card", KEY);

    assertThat(again.id()).isEqualTo(id);
    assertThat(again.json().path("status").asText()).isEqualTo("REMOVED");
    assertThat(house.application().dossier().documents()).isEmpty();
    house.world.pass(Duration.ofHours(24));
    assertThat(house.declare("ID_CARD", "a card", KEY).json().path("status").asText())
        .isEqualTo("AWAITING_UPLOAD");
  }

  /** It changes nothing of the application, and is remembered all the same. */
  @Test
  void aKeyThatFoundTheFileDeclaredAlreadyIsRememberedToo() {
    String id = house.declare("ID_CARD", "a card").id();

    assertThat(house.declare("ID_CARD", "a card", KEY).id()).isEqualTo(id);
    assertThat(house.declare("FAMILY_CARD", "a card", KEY).status()).isEqualTo(422);
    house.remove(id, Map.of());
    assertThat(house.declare("ID_CARD", "a card", KEY).json().path("status").asText())
        .isEqualTo("REMOVED");
  }

  @Test
  void ofTwoRequestsUnderOneKeyOneDeclares() {
    house.faults.before("save", () -> house.declare("ID_CARD", "a card", KEY));

    Reply late = house.declare("ID_CARD", "a card", KEY);

    assertThat(late.status()).isEqualTo(201);
    assertThat(house.application().dossier().documents())
        .singleElement()
        .satisfies(document -> assertThat(document.id().value()).isEqualTo(late.id()));
  }

  /** No store was in trouble: trying again at once would be the same race once more. */
  @Test
  void whoeverLosesToOthersAgainAndAgainHearsThatTheyWereFaster() {
    String id = house.declare("ID_CARD", "a card").id();
    house.isOvertaken(15);

    overtaken(house.declare("ID_CARD", "a better card"));
    overtaken(house.declare("FAMILY_CARD", "a family card", KEY));
    overtaken(house.remove(id, Map.of()));

    assertThat(house.application().dossier().documents())
        .singleElement()
        .satisfies(document -> assertThat(document.id().value()).isEqualTo(id));
  }

  private static void overtaken(Reply lost) {
    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.json().path("type").asText()).isEqualTo("/problems/overtaken");
    assertThat(lost.json().get("sessionId").isNull()).isTrue();
  }

  @Test
  void aKeyIsItsApplicationsAndItsAccounts() {
    ApplicationId another = new ApplicationId("BBBBBBBBBBBBBBBB");
    ApplicationId budis = new ApplicationId("CCCCCCCCCCCCCCCC");
    house.has(another, House.SITI);
    house.has(budis, new Actor.Applicant("budi"));

    assertThat(house.declare("siti", House.ID, "ID_CARD", "a card", KEY).status()).isEqualTo(201);
    assertThat(house.declare("siti", another, "ID_CARD", "her son's", KEY).status()).isEqualTo(201);
    assertThat(house.declare("budi", budis, "ID_CARD", "budi's", KEY).status()).isEqualTo(201);
    assertThat(house.declare("budi", House.ID, "ID_CARD", "a card", KEY).status()).isEqualTo(404);
    assertThat(house.declare("siti", House.ID, "ID_CARD", "other", KEY).status())
        .as("the key is known where it was used")
        .isEqualTo(422);
  }

  @Test
  void onePaperGetsSoManyAddressesWithinItsTimeAndThenHearsWhenToComeBack() {
    for (int i = 0; i < 30; i++) {
      assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(201);
    }
    int version = house.application().version();

    Reply refused = house.declare("ID_CARD", "another card");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/too-many-requests");
    assertThat(refused.headers()).containsEntry("Retry-After", "600");
    assertThat(house.application().version()).isEqualTo(version);
    assertThat(house.declare("FAMILY_CARD", "a family card").status()).isEqualTo(201);
    house.world.pass(Duration.ofMinutes(10));
    assertThat(house.declare("ID_CARD", "another card").status()).isEqualTo(201);
  }

  @Test
  void whatNeedsNoUploadSpendsNothing() {
    house.upload("ID_CARD", "a card");
    for (int i = 0; i < 30; i++) {
      assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(201);
    }
  }

  @Test
  void theSameFileDeclaredAsAnotherTypeIsThatType() {
    String id = house.declare("ID_CARD", "a card").id();
    Reply again = theCardAsPng();

    assertThat(again.id()).isEqualTo(id);
    assertThat(house.document(id).contentType()).isEqualTo(ContentType.PNG);
  }

  @Test
  void aKeyIsRememberedThoughTheFileIsDeclaredAlready() {
    assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(201);
    assertThat(house.declare("ID_CARD", "a card", KEY).status()).isEqualTo(201);

    assertThat(house.declare("ID_CARD", "another card", KEY).status()).isEqualTo(422);
  }

  @Test
  void aFileForAnotherPaperThrowsNothingAway() {
    house.upload("ID_CARD", "a card");
    house.declare("DIPLOMA", "a diploma");

    assertThat(house.files.kept).hasSize(1);
  }

  @Test
  void anAccountDeclaresSixHundredFilesAnHourOverAllItsApplications() {
    for (int i = 0; i < 20; i++) {
      ApplicationId id = new ApplicationId("AAAAAAAAAAAAA%03d".formatted(i));
      house.has(id, House.SITI);
      for (int files = 0; files < 30; files++) {
        assertThat(house.declare("siti", id, "ID_CARD", "a card", Map.of()).status())
            .isEqualTo(201);
      }
    }

    assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(429);
    house.world.pass(Duration.ofHours(1));
    assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(201);
  }
}
