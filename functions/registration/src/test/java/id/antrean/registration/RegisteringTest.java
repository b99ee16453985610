package id.antrean.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Element;
import id.antrean.registration.House.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteringTest {
  private final House house = new House();

  @Test
  void aPersonIsRegisteredAsADraftAndTheirNumberIsMasked() {
    Reply reply = house.register(Forms.SITI);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers())
        .containsEntry("Location", "/v1/applications/" + reply.id())
        .containsEntry("ETag", "\"1\"")
        .containsEntry("Cache-Control", "no-store");
    assertThat(reply.json().path("status").asText()).isEqualTo("DRAFT");
    assertThat(reply.json().at("/applicant/nik").asText()).isEqualTo("************0001");
    assertThat(reply.json().at("/applicant/identity/verdict").asText()).isEqualTo("MATCHED");
    assertThat(reply.body()).doesNotContain("01410795");
  }

  @Test
  void everyFaultIsToldAtOnceWithoutItsValue() {
    Reply reply =
        house.register(
            """
            {"kind":"OLD","passport":{"type":"PAPER","validityYears":7},"extra":1,
             "applicant":{"nik":"9901014113950001","fullName":"  ","birthDate":"1899-12-31",
               "sex":"X","phone":"0812","email":"nobody","more":true}}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/kind",
            "/passport/type",
            "/passport/validityYears",
            "/extra",
            "/applicant/nik",
            "/applicant/fullName",
            "/applicant/birthPlace",
            "/applicant/birthDate",
            "/applicant/sex",
            "/applicant/phone",
            "/applicant/email",
            "/applicant/more");
    assertThat(reply.body()).doesNotContain("9901014113950001", "nobody", "0812");
    assertThat(house.world.applications.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "990101410795000,16 digits",
    "9901014113950001,not a possible date",
    "9901014107950000,cannot be 0000",
  })
  void aNumberThatCannotBeIsToldByItsFlaw(String nik, String detail) {
    Reply reply = house.register(Forms.SITI.replace("9901014107950001", nik));

    assertThat(reply.pointers()).containsExactly("/applicant/nik");
    assertThat(reply.json().at("/errors/0/detail").asText()).contains(detail);
  }

  @Test
  void aNumberThatDisagreesWithTheFormIsANoteAndNoRefusal() {
    Reply reply = house.register(Forms.SITI.replace("1995-07-01", "1995-07-02"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().at("/applicant/notes").findValuesAsText("code"))
        .contains("BIRTH_DATE_DIFFERS");
  }

  @Test
  void aChildNeedsAGuardianAndAPassportOfFiveYears() {
    Reply reply = house.register(Forms.SITI.replace("1995-07-01", "2016-03-02"));

    assertThat(reply.pointers())
        .containsExactlyInAnyOrder("/applicant/guardian", "/passport/validityYears");
    assertThat(house.register(Forms.ADI).status()).isEqualTo(201);
  }

  @Test
  void anAdultHasNoGuardianAndAChildIsNotTheirOwn() {
    assertThat(house.register(Forms.ADI.replace("2016-03-02", "1995-07-01")).pointers())
        .containsExactly("/applicant/guardian");
    assertThat(house.register(Forms.ADI.replace("9901014107950001", "9901010203160003")).pointers())
        .containsExactly("/applicant/guardian/nik");
  }

  /** The day begins in Jakarta: at 17:00 in Greenwich somebody turned seventeen there. */
  @Test
  void theSeventeenthBirthdayIsADayInJakarta() {
    String turning17 = Forms.SITI.replace("1995-07-01", "2009-11-24");
    assertThat(house.register(turning17).pointers()).contains("/applicant/guardian");

    house.world.pass(Duration.ofHours(15));

    assertThat(house.register(turning17).status()).isEqualTo(201);
  }

  @Test
  void nobodyIsBornTomorrow() {
    assertThat(house.register(Forms.ADI.replace("2016-03-02", "2026-11-24")).pointers())
        .containsExactly("/applicant/birthDate");
    assertThat(house.register(Forms.ADI.replace("2016-03-02", "2026-11-23")).status())
        .isEqualTo(201);
  }

  @Test
  void whatTheRegistryHasOtherwiseIsToldByOurFields() {
    house.registry = new DukcapilAnswer.Differs(Set.of(Element.SEX, Element.FULL_NAME));

    Reply reply = house.register(Forms.SITI);

    assertThat(reply.json().at("/applicant/identity/verdict").asText()).isEqualTo("DIFFERS");
    assertThat(reply.json().at("/applicant/identity/differs").toString())
        .isEqualTo("[\"fullName\",\"sex\"]");
  }

  @Test
  void aRegistryThatIsDownRefusesNobodyAndIsAskedLater() {
    house.registry = new DukcapilAnswer.Unavailable(DukcapilAnswer.Cause.DOWN);

    Reply reply = house.register(Forms.SITI);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().at("/applicant/identity/verdict").asText()).isEqualTo("PENDING");
    assertThat(house.reminders)
        .singleElement()
        .satisfies(
            reminder -> {
              assertThat(reminder.application().value()).isEqualTo(reply.id());
              assertThat(reminder.attempt()).isEqualTo(1);
            });
  }

  @Test
  void aQueueThatIsDownRefusesNobodyEither() {
    house.registry = new DukcapilAnswer.Unavailable(DukcapilAnswer.Cause.DOWN);
    house.queueDown = true;

    assertThat(house.register(Forms.SITI).status()).isEqualTo(201);
    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("identity-reminder-not-sent");
  }

  @Test
  void theSameKeyAndBodyIsTheSameApplication() {
    Reply first = house.register(Forms.SITI, "key-0001");
    Reply again = house.register(Forms.SITI_IN_ANOTHER_ORDER, "key-0001");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(house.world.applications.all()).hasSize(1);
    assertThat(house.asked).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    house.register(Forms.SITI, "key-0001");

    Reply other = house.register(Forms.ADI, "key-0001");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("type").asText()).isEqualTo("/problems/key-reused");
    assertThat(house.world.applications.all()).hasSize(1);
  }

  @Test
  void aKeyIsKeptForADayAndOfOneAccount() {
    String first = house.register(Forms.SITI, "key-0001").id();
    String ofAnother =
        house
            .call(
                "budi",
                "POST",
                "/applications",
                null,
                Forms.SITI,
                Map.of("Idempotency-Key", "key-0001"))
            .id();
    house.world.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(house.register(Forms.SITI, "key-0001").id())
        .isEqualTo(first)
        .isNotEqualTo(ofAnother);

    house.world.pass(Duration.ofSeconds(1));
    Reply nextDay = house.register(Forms.ADI, "key-0001");

    assertThat(nextDay.status()).isEqualTo(201);
    assertThat(nextDay.id()).isNotEqualTo(first);
    assertThat(house.register(Forms.ADI, "key-0001").id()).isEqualTo(nextDay.id());
  }

  @Test
  void ofTwoRequestsAtOnceOneMakesTheApplication() {
    house.faults.before("create", () -> house.register(Forms.SITI, "key-0001"));

    Reply late = house.register(Forms.SITI, "key-0001");

    assertThat(late.status()).isEqualTo(201);
    assertThat(house.world.applications.all()).hasSize(1);
  }

  @Test
  void withoutAKeyEveryFormIsAnApplication() {
    assertThat(house.register(Forms.SITI).id()).isNotEqualTo(house.register(Forms.SITI).id());
  }

  @Test
  void whatIsNobodysNameIsRefusedAtItsPlace() {
    for (String name :
        new String[] {"\\u200b", "\\ud800", "=1+1", "\\u00a0", "12", "SITI\\u202e"}) {
      Reply reply = house.register(Forms.SITI.replace("SITI AMINAH", name).replace("SERANG", name));

      assertThat(reply.pointers())
          .as(name)
          .containsExactly("/applicant/fullName", "/applicant/birthPlace");
    }
    assertThat(house.world.applications.all()).isEmpty();
  }

  @Test
  void aNameIsKeptInOneForm() {
    Reply reply = house.register(Forms.SITI.replace("SITI AMINAH", " E\u0301MILE  MA'RUF "));

    assertThat(reply.json().at("/applicant/fullName").asText()).isEqualTo("\u00C9MILE MA'RUF");
  }

  @Test
  void aPhoneNumberIsKeptSoThatItCanBeDialled() {
    Reply reply = house.register(Forms.ADI.replace("+6281200000001", "0812-0000-0001"));

    assertThat(reply.json().at("/applicant/phone").asText()).isEqualTo("+6281200000001");
    assertThat(reply.json().at("/applicant/guardian/phone").asText()).isEqualTo("+6281200000001");
  }

  /** Which of two ways a phone number was typed in makes no other request. */
  @Test
  void aRepeatMayBeWrittenInAnotherWay() {
    String first = house.register(Forms.SITI, "key-0001").id();

    assertThat(house.register(Forms.SITI.replace("+62812", "0812"), "key-0001").id())
        .isEqualTo(first);
  }

  @Test
  void nullIsNoGuardianAndNoAddress() {
    Reply reply =
        house.register(Forms.SITI.replace("\"siti@example.org\"", "null,\"guardian\":null"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/applicant/email", "/applicant/guardian");
  }

  @Test
  void aRepeatAfterCancellingIsAnsweredWithWhatBecameOfIt() {
    String id = house.register(Forms.SITI, "key-0001").id();
    house.call("siti", "DELETE", "/applications/{id}", id);

    Reply again = house.register(Forms.SITI, "key-0001");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.json().path("status").asText()).isEqualTo("CANCELLED");
    assertThat(house.world.applications.all()).hasSize(1);
  }

  @Test
  void anAccountRegistersManyWithinAnHourAndThenHearsWhenToComeBack() {
    for (int i = 0; i < 60; i++) {
      assertThat(house.register(Forms.SITI).status()).isEqualTo(201);
    }
    int asked = house.asked.size();

    Reply refused = house.register(Forms.SITI);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/too-many-requests");
    assertThat(refused.headers()).containsEntry("Retry-After", "3600");
    assertThat(house.world.applications.all()).hasSize(60);
    assertThat(house.asked).hasSize(asked);
    assertThat(house.call("budi", "POST", "/applications", null, Forms.SITI, Map.of()).status())
        .isEqualTo(201);
    house.world.pass(Duration.ofHours(1));
    assertThat(house.register(Forms.SITI).status()).isEqualTo(201);
  }

  @Test
  void whatMakesNothingSpendsNothing() {
    house.register(Forms.SITI, "key-0001");
    for (int i = 0; i < 100; i++) {
      assertThat(house.register(Forms.SITI, "key-0001").status()).isEqualTo(201);
      assertThat(house.register("{}").status()).isEqualTo(400);
    }
    assertThat(house.uses.counted(Allowance.REGISTRATION)).isEqualTo(2);
  }
}
