package id.antrean.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.office.Lane;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Samples;
import id.antrean.registration.House.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectingTest {
  private final House house = new House();

  @Test
  void onlyWhatThePatchSaysChanges() {
    String id = house.register(Forms.SITI).id();

    Reply corrected = house.correct(id, "{\"applicant\":{\"phone\":\"+6281200000009\"}}");

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.headers()).containsEntry("ETag", "\"2\"");
    assertThat(corrected.json().at("/applicant/phone").asText()).isEqualTo("+6281200000009");
    assertThat(corrected.json().at("/applicant/fullName").asText()).isEqualTo("SITI AMINAH");
    assertThat(corrected.json().at("/applicant/nik").asText()).isEqualTo("************0001");
    assertThat(house.asked).hasSize(1);
  }

  @Test
  void aCorrectionThatChangesNothingKeepsTheVersion() {
    String id = house.register(Forms.SITI).id();
    Application before = house.world.see(new ApplicationId(id));

    Reply corrected =
        house.correct(
            id, "{\"applicant\":{\"nik\":\"9901014107950001\",\"birthDate\":\"1995-07-01\"}}");

    assertThat(corrected.headers()).containsEntry("ETag", "\"1\"");
    assertThat(house.world.see(new ApplicationId(id))).isEqualTo(before);
  }

  @Test
  void anotherPersonOnTheFormIsAskedAboutAgain() {
    String id = house.register(Forms.SITI).id();
    house.registry = new DukcapilAnswer.NotFound();

    Reply corrected = house.correct(id, "{\"applicant\":{\"birthDate\":\"1995-07-02\"}}");

    assertThat(corrected.json().at("/applicant/identity/verdict").asText()).isEqualTo("NOT_FOUND");
    assertThat(corrected.json().at("/applicant/notes").findValuesAsText("code"))
        .contains("BIRTH_DATE_DIFFERS");
    assertThat(house.asked.getLast().nik().digits()).isEqualTo("9901014107950001");
  }

  @Test
  void theCorrectedFormIsJudgedAsAWhole() {
    String id = house.register(Forms.SITI).id();

    Reply refused =
        house.correct(
            id,
            """
            {"applicant":{"birthDate":"2016-03-02","fullName":null,"guardian":null,
              "email":null,"nickname":null,"sex":"X"}}
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder(
            "/applicant/fullName",
            "/applicant/nickname",
            "/applicant/sex",
            "/applicant/guardian",
            "/passport/validityYears");
    assertThat(house.world.see(new ApplicationId(id)).version()).isEqualTo(1);
  }

  @Test
  void anEmailCanBeTakenAway() {
    String id = house.register(Forms.SITI).id();

    Reply corrected = house.correct(id, "{\"applicant\":{\"email\":null}}");

    assertThat(corrected.json().at("/applicant/email").isNull()).isTrue();
  }

  @Test
  void whoHasPaidForAnotherPassportMayAskForThatOneAgainAndChangeNothingElse() {
    ApplicationId id = new ApplicationId(house.register(Forms.SITI).id());
    paidForTenYearsWithoutAChip(id);

    assertThat(house.correct(id.value(), "{\"applicant\":{\"phone\":\"+6281200000009\"}}").status())
        .isEqualTo(409);
    assertThat(house.correct(id.value(), "{\"passport\":{\"validityYears\":5}}").status())
        .isEqualTo(409);
    assertThat(
            house
                .correct(
                    id.value(),
                    "{\"passport\":{\"type\":\"ORDINARY\"},"
                        + "\"applicant\":{\"phone\":\"+6281200000009\"}}")
                .status())
        .isEqualTo(409);
    Reply corrected = house.correct(id.value(), "{\"passport\":{\"type\":\"ORDINARY\"}}");

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.json().at("/passport/type").asText()).isEqualTo("ORDINARY");
    assertThat(corrected.json().at("/applicant/phone").asText()).isEqualTo("+6281200000001");
  }

  private void paidForTenYearsWithoutAChip(ApplicationId id) {
    Application before = house.world.see(id);
    PassportRequest ordinary =
        new PassportRequest(PassportRequest.Kind.NEW, PassportRequest.Type.ORDINARY, 10);
    Bill bill =
        Bill.issue(
            new BillingCode("800000000000001"),
            Tariffs.fee(ordinary, Lane.REGULAR, before.createdAt()),
            before.createdAt());
    Bill paid = bill.paid(new Bill.Payment("bank", "p1", null, before.createdAt(), null));
    Application after =
        Samples.standing(before.fence().billed(paid), new BookingState.PaidWithoutSeat());
    assertThat(house.world.applications.save(Change.of(before, after)))
        .isInstanceOf(SaveApplication.Saved.class);
  }

  @Test
  void aGuardiansNumberStaysWhereOnlyTheirNameIsCorrected() {
    String id = house.register(Forms.ADI).id();

    Reply corrected = house.correct(id, "{\"applicant\":{\"guardian\":{\"fullName\":\"SITI\"}}}");

    assertThat(corrected.json().at("/applicant/guardian/fullName").asText()).isEqualTo("SITI");
    assertThat(corrected.json().at("/applicant/guardian/nik").asText())
        .isEqualTo("************0001");
    assertThat(
            house
                .correct(id, "{\"applicant\":{\"guardian\":{\"nik\":\"9901010203160003\"}}}")
                .pointers())
        .containsExactly("/applicant/guardian/nik");
  }

  /** Who was a child on the day of applying applies as one, however long it takes. */
  @Test
  void ageIsTakenOnTheDayOfApplying() {
    String id = house.register(Forms.ADI.replace("2016-03-02", "2009-12-01")).id();
    house.world.pass(Duration.ofDays(30));

    assertThat(house.correct(id, "{\"applicant\":{\"fullName\":\"ADI S\"}}").status())
        .isEqualTo(200);
  }

  @Test
  void aStaleVersionIsRefusedAndAConflictDecidedAnew() {
    String id = house.register(Forms.SITI).id();
    house.faults.before(
        "save", () -> house.correct(id, "{\"applicant\":{\"email\":\"other@example.org\"}}"));

    Reply corrected = house.correct(id, "{\"applicant\":{\"phone\":\"+6281200000009\"}}");

    assertThat(corrected.headers()).containsEntry("ETag", "\"3\"");
    assertThat(corrected.json().at("/applicant/email").asText()).isEqualTo("other@example.org");
    Reply stale =
        house.call(
            "siti",
            "PATCH",
            "/applications/{id}",
            id,
            "{\"kind\":\"LOST\"}",
            Map.of("If-Match", "\"1\""));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().path("version").asInt()).isEqualTo(3);
  }

  /** No store was in trouble: trying again at once would be the same race once more. */
  @Test
  void whoeverLosesToOthersAgainAndAgainHearsThatTheyWereFaster() {
    ApplicationId id = new ApplicationId(house.register(Forms.SITI).id());
    house.isOvertaken(id, 5);

    Reply lost = house.correct(id.value(), "{\"applicant\":{\"phone\":\"+6281200000009\"}}");

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.json().path("type").asText()).isEqualTo("/problems/overtaken");
    assertThat(lost.json().get("sessionId").isNull()).isTrue();
    assertThat(house.world.see(id).dossier().applicant().phone()).isEqualTo("+6281200000001");
  }

  @Test
  void whatIsCancelledIsLocked() {
    String id = house.register(Forms.SITI).id();
    assertThat(
            house.call("siti", "DELETE", "/applications/{id}", id).json().path("status").asText())
        .isEqualTo("CANCELLED");

    assertThat(house.correct(id, "{\"kind\":\"LOST\"}").status()).isEqualTo(409);
    assertThat(house.call("siti", "DELETE", "/applications/{id}", id).headers())
        .containsEntry("ETag", "\"2\"");
  }

  @Test
  void anotherContentTypeIsRefused() {
    String id = house.register(Forms.SITI).id();

    assertThat(
            house
                .call(
                    "siti",
                    "PATCH",
                    "/applications/{id}",
                    id,
                    "{}",
                    Map.of("Content-Type", "application/json"))
                .status())
        .isEqualTo(415);
  }

  @Test
  void theRegistryIsAskedSoOftenWithinAnHour() {
    String id = house.register(Forms.SITI).id();
    for (int i = 0; i < 60; i++) {
      assertThat(house.correct(id, name("SITI " + i)).status()).isEqualTo(200);
    }
    int asked = house.asked.size();

    House.Reply refused = house.correct(id, name("SITI"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsKey("Retry-After");
    assertThat(house.asked).hasSize(asked);
    assertThat(house.correct(id, "{\"applicant\":{\"phone\":\"081200000002\"}}").status())
        .isEqualTo(200);
    house.world.pass(Duration.ofHours(1));
    assertThat(house.correct(id, name("SITI")).status()).isEqualTo(200);
  }

  private static String name(String name) {
    return "{\"applicant\":{\"fullName\":\"" + name + "\"}}";
  }
}
