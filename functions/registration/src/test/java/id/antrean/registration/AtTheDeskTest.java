package id.antrean.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import id.antrean.registration.House.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Siti has come to Cilegon with her papers and no phone; Budi works there. */
class AtTheDeskTest {
  private static final String BUDI = "officer:budi:CLG";
  private static final String WALK_INS = "/offices/{officeId}/walk-ins";
  private static final SessionId EIGHT = Samples.sessionId("08:00", Lane.WALK_IN);
  private static final SessionId NINE = Samples.sessionId("09:00", Lane.WALK_IN);
  private static final String PAPERS = "[\"ID_CARD\",\"FAMILY_CARD\",\"MARRIAGE_BOOK\"]";
  private static final String KEY = "0123456789";

  private final House house = new House();

  @BeforeEach
  void sessions() {
    house.world.has(Samples.CILEGON).has(Samples.office("DPS", "Asia/Makassar", 1));
    house.world.has(Samples.session(EIGHT, 1));
    house.world.has(Samples.session(NINE, 1));
  }

  private static String siti(SessionId session) {
    return walkIn(Forms.SITI, session.toString(), PAPERS);
  }

  private static String walkIn(String form, String session, String papers) {
    return "{\"sessionId\":\"%s\",\"papersSeen\":%s,".formatted(session, papers)
        + form.strip().substring(1);
  }

  private Reply register(String body) {
    return register(BUDI, body, Map.of());
  }

  private Reply register(String officer, String body, Map<String, String> headers) {
    return house.callAt(officer, "POST", WALK_INS, Map.of("officeId", "CLG"), body, headers);
  }

  private Reply book(String officer, String office, String id, SessionId session) {
    return house.callAt(
        officer,
        "PUT",
        WALK_INS + "/{applicationId}/booking",
        Map.of("officeId", office, "applicationId", id),
        "{\"sessionId\":\"" + session + "\"}",
        Map.of());
  }

  private Reply cancel(String officer, String office, String id) {
    return house.callAt(
        officer,
        "DELETE",
        WALK_INS + "/{applicationId}",
        Map.of("officeId", office, "applicationId", id),
        null,
        Map.of());
  }

  private Application see(String id) {
    return house.world.see(new ApplicationId(id));
  }

  private static String other(String body) {
    return body.replace("9901014107950001", "9901014107950002");
  }

  // ---- Registering and booking ----

  @Test
  void onePersonIsRegisteredAndHasASeatInOneCall() {
    Reply reply = register(siti(EIGHT));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers())
        .containsEntry("Location", "/v1/offices/CLG/appointments/" + reply.id())
        .containsEntry("ETag", "\"2\"");
    assertThat(reply.json().path("status").asText()).isEqualTo("AWAITING_PAYMENT");
    assertThat(reply.json().at("/booking/session/lane").asText()).isEqualTo("WALK_IN");
    assertThat(reply.json().at("/bill/amount").asLong()).isEqualTo(950_000);
    assertThat(reply.json().at("/documents").findValuesAsText("status"))
        .containsExactly("VERIFIED", "VERIFIED", "VERIFIED");
    assertThat(reply.json().at("/documents").findValuesAsText("seen"))
        .containsExactly("true", "true", "true");
    assertThat(house.log.toString(StandardCharsets.UTF_8))
        .contains("registered-at-desk")
        .doesNotContain("SITI", "01410795");
    assertThat(house.log.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("POST " + WALK_INS))
        .singleElement()
        .asString()
        .contains("\"applicationId\":\"" + reply.id() + "\"");
  }

  @Test
  void whoDidItIsOnRecord() {
    Application siti = see(register(siti(EIGHT)).id());

    assertThat(siti.timeline().recent())
        .extracting(it -> it.event().kind().name(), TimelineEntry::role, TimelineEntry::name)
        .containsExactly(
            told("REGISTERED"),
            told("DOCUMENT_SEEN"),
            told("DOCUMENT_SEEN"),
            told("DOCUMENT_SEEN"),
            told("SEAT_HELD"));
  }

  private static Tuple told(String event) {
    return tuple(event, "officer", "budi");
  }

  @Test
  void aPaperThatIsNotThereIsNamedAndNobodyIsRegistered() {
    Reply reply = register(walkIn(Forms.SITI, EIGHT.toString(), "[\"ID_CARD\",\"POLICE_REPORT\"]"));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().path("type").asText()).isEqualTo("/problems/not-ready");
    assertThat(reply.json().path("missing")).hasSize(2);
    assertThat(reply.json().path("detail").asText()).contains("lie on the desk");
    assertThat(house.world.applications.all()).isEmpty();
    assertThat(house.uses.counted(Allowance.REGISTRATION)).isZero();
  }

  @Test
  void aChildsPapersAreAChilds() {
    String child =
        "[\"PARENT_ID_CARD\",\"FAMILY_CARD\",\"BIRTH_CERTIFICATE\",\"PARENTS_MARRIAGE_BOOK\"]";

    assertThat(register(walkIn(Forms.ADI, EIGHT.toString(), PAPERS)).status()).isEqualTo(409);
    assertThat(register(walkIn(Forms.ADI, EIGHT.toString(), child)).status()).isEqualTo(201);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    Reply reply =
        register(
            "{\"papersSeen\":[\"HAT\"],\"kind\":\"OLD\",\"passport\":{},\"applicant\":{},\"desk\":1}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .contains(
            "/sessionId", "/papersSeen", "/kind", "/passport/type", "/applicant/nik", "/desk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DPS.2026-12-07.0800.WALK_IN", "CLG.2026-12-07.1000.WALK_IN", "eight"})
  void aSessionThatIsNotThisOfficesIsUnknown(String session) {
    Reply reply = register(walkIn(Forms.SITI, session, PAPERS));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("type").asText()).isEqualTo("/problems/unknown-session");
    assertThat(house.world.applications.all()).isEmpty();
  }

  @Test
  void nobodyIsAskedForAPhone() {
    String none = Forms.SITI.replace(",\"phone\":\"+6281200000001\"", "");
    String nobodys = Forms.ADI.replace("\"phone\":\"+6281200000001\",", "");
    String child =
        "[\"PARENT_ID_CARD\",\"FAMILY_CARD\",\"BIRTH_CERTIFICATE\",\"PARENTS_MARRIAGE_BOOK\"]";

    Reply reply = register(walkIn(none, EIGHT.toString(), PAPERS));

    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.json().at("/applicant/phone").isNull()).isTrue();
    assertThat(register(walkIn(nobodys, NINE.toString(), child)).status()).isEqualTo(201);
    assertThat(house.register(none).pointers()).containsExactly("/applicant/phone");
    assertThat(
            register(walkIn(Forms.SITI.replace("+6281200000001", "12"), NINE.toString(), PAPERS))
                .pointers())
        .containsExactly("/applicant/phone");
  }

  @Test
  void whatHappenedIsSeenByTheOfficeAndEveryLookIsOnRecord() {
    String id = register(siti(EIGHT)).id();
    Map<String, String> path = Map.of("officeId", "CLG", "applicationId", id);
    String timeline = "/offices/{officeId}/appointments/{applicationId}/timeline";

    for (String reader : List.of("officer:ani:CLG", "auditor:eva:")) {
      assertThat(
              house
                  .callAt(reader, "GET", timeline, path, null, Map.of())
                  .json()
                  .path("items")
                  .findValuesAsText("event"))
          .startsWith("REGISTERED", "DOCUMENT_SEEN")
          .endsWith("SEAT_HELD");
    }
    assertThat(house.log.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("application-read") && line.contains(id))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"reader\":\"ani\""),
            line -> assertThat(line).contains("\"reader\":\"eva\""));
    assertThat(
            house
                .callAt(
                    "officer:made:DPS",
                    "GET",
                    timeline,
                    Map.of("officeId", "DPS", "applicationId", id),
                    null,
                    Map.of())
                .status())
        .isEqualTo(404);
  }

  /** Whoever is registered late in the evening does not pay for a day that is over. */
  @Test
  void theDeadlineIsNoLaterThanTheDay() {
    house.world.pass(Duration.between(Samples.NOW, Instant.parse("2026-12-07T16:30:00Z")));

    String id = register(siti(EIGHT)).id();

    assertThat(see(id).booking().payBy()).contains(Instant.parse("2026-12-07T17:00:00Z"));
  }

  /** Whoever waits at the desk is not typed in again for another session. */
  @Test
  void whoFindsNoSeatIsRegisteredAllTheSameAndBooksAnother() {
    register(siti(EIGHT));

    Reply full = register(other(siti(EIGHT)));

    assertThat(full.status()).isEqualTo(409);
    assertThat(full.json().path("type").asText()).isEqualTo("/problems/sold-out");
    String id = requireNonNull(full.headers().get("Location")).replaceFirst(".*/", "");
    assertThat(see(id).status()).isEqualTo(Status.READY);
    Reply booked = book("officer:ani:CLG", "CLG", id, NINE);
    assertThat(booked.status()).isEqualTo(200);
    assertThat(booked.json().path("status").asText()).isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  void thePersonsOtherBookingAndTheRegistrysWordHoldAtTheDeskToo() {
    register(siti(EIGHT));
    assertThat(register(siti(NINE)).json().path("type").asText())
        .isEqualTo("/problems/nik-has-booking");

    house.registry = new DukcapilAnswer.Deceased();
    assertThat(register(other(siti(NINE))).json().path("type").asText())
        .isEqualTo("/problems/identity");
  }

  @Test
  void onTheDayItselfASeatIsTakenUntilTheDayEnds() {
    SessionId regular = Samples.sessionId("10:00", Lane.REGULAR);
    house.world.has(Samples.session(regular, 1));
    house.world.pass(Duration.between(Samples.NOW, Instant.parse("2026-12-07T04:00:00Z")));

    assertThat(register(siti(EIGHT)).status()).isEqualTo(201);
    assertThat(register(other(siti(regular))).status()).isEqualTo(201);

    house.world.pass(Duration.ofHours(13));
    Reply late = register(siti(NINE).replace("9901014107950001", "9901014107950003"));
    assertThat(late.json().path("type").asText()).isEqualTo("/problems/too-late");
  }

  @Test
  void whatIsKeptForTheDeskNobodyElseBooks() {
    house.world.has(Samples.ready("ani"));

    assertThat(house.hold.hold(Samples.ready("ani").id(), EIGHT, Samples.account("ani"), null))
        .isEqualTo(Outcome.refused(new Refusal.NotOffered()));
  }

  // ---- Again ----

  @Test
  void aRepeatUnderItsKeyFindsWhatItMade() {
    Map<String, String> key = Map.of("Idempotency-Key", KEY);
    Reply first = register(BUDI, siti(EIGHT), key);
    Reply again = register(BUDI, siti(EIGHT), key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).containsEntry("Location", first.headers().get("Location"));
    assertThat(house.world.applications.all()).hasSize(1);
    assertThat(register(BUDI, siti(NINE), key).status()).isEqualTo(422);
    assertThat(register("officer:ani:CLG", other(siti(NINE)), key).status()).isEqualTo(201);
  }

  @Test
  void aRepeatGoesOnWhereTheFirstEnded() {
    Map<String, String> key = Map.of("Idempotency-Key", KEY);
    house.faults.down("arm");
    Reply down = register(BUDI, siti(EIGHT), key);
    assertThat(down.status()).isEqualTo(503);
    assertThat(house.world.applications.all())
        .singleElement()
        .satisfies(
            it -> assertThat(down.headers().get("Location")).endsWith("/appointments/" + it.id()));
    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("registered-at-desk");

    Reply again = register(BUDI, siti(EIGHT), key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("status").asText()).isEqualTo("AWAITING_PAYMENT");
    assertThat(house.world.applications.all()).hasSize(1);
  }

  @Test
  void aLateRepeatMovesNobody() {
    Map<String, String> key = Map.of("Idempotency-Key", KEY);
    String id = register(BUDI, siti(EIGHT), key).id();
    book(BUDI, "CLG", id, NINE);

    Reply again = register(BUDI, siti(EIGHT), key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(see(id).booking().seat().map(Seat::session)).contains(NINE);

    cancel(BUDI, "CLG", id);
    assertThat(register(BUDI, siti(EIGHT), key).json().path("status").asText())
        .isEqualTo("CANCELLED");
  }

  // ---- Going on ----

  @Test
  void theDeskCancelsWhatIsNotPaid() {
    String id = register(siti(EIGHT)).id();

    assertThat(cancel(BUDI, "CLG", id).json().path("status").asText()).isEqualTo("CANCELLED");
    assertThat(register(siti(EIGHT)).status()).isEqualTo(201);
  }

  @Test
  void officersActForNobodyWhoCanDoSoThemselves() {
    Application own = Samples.ready("ani");
    house.world.has(own);
    SessionId regular = Samples.sessionId("08:00", Lane.REGULAR);
    house.world.has(Samples.session(regular, 5));
    house.hold.hold(own.id(), regular, Samples.account("ani"), null);

    assertThat(book(BUDI, "CLG", own.id().value(), NINE).status()).isEqualTo(404);
    assertThat(cancel(BUDI, "CLG", own.id().value()).status()).isEqualTo(404);
    assertThat(see(own.id().value()).booking().seat().map(Seat::session)).contains(regular);
  }

  @Test
  void anotherOfficeAndAnApplicantAreForbiddenAndSeeNothing() {
    String id = register(siti(EIGHT)).id();

    for (String other : List.of("officer:made:DPS", "auditor:eva:", "budi")) {
      assertThat(register(other, siti(NINE), Map.of()).status()).isEqualTo(403);
      assertThat(book(other, "CLG", id, NINE).status()).isEqualTo(403);
      assertThat(cancel(other, "CLG", id).status()).isEqualTo(403);
    }
    assertThat(list("officer:made:DPS", "CLG").status()).isEqualTo(403);
    assertThat(list("budi", "CLG").status()).isEqualTo(403);
    assertThat(book("officer:made:DPS", "DPS", id, NINE).status()).isEqualTo(404);
    assertThat(cancel("officer:made:DPS", "DPS", id).status()).isEqualTo(404);
    assertThat(house.call("budi", "GET", "/applications/{id}", id).status()).isEqualTo(404);
    assertThat(see(id).status()).isEqualTo(Status.AWAITING_PAYMENT);
  }

  private Reply list(String officer, String office) {
    return house.callAt(
        officer, "GET", WALK_INS, Map.of("officeId", office), null, new HashMap<>());
  }

  @Test
  void theDeskFindsWhomItHasRegistered() {
    String first = register(siti(EIGHT)).id();
    house.world.pass(Duration.ofMinutes(1));
    String second = register(other(siti(NINE))).id();

    for (String reader : List.of("officer:ani:CLG", "supervisor:rina:CLG", "auditor:eva:")) {
      assertThat(list(reader, "CLG").json().path("items").findValuesAsText("status")).isNotEmpty();
      assertThat(list(reader, "CLG").json().at("/items/0/id").asText()).isEqualTo(second);
      assertThat(list(reader, "CLG").json().at("/items/1/id").asText()).isEqualTo(first);
    }
    assertThat(house.call("siti", "GET", "/applications", null).json().path("items")).isEmpty();
  }

  // ---- Bounds ----

  @Test
  void anOfficerRegistersAsManyInAnHourAsAnAccountMay() {
    for (int i = 0; i < 60; i++) {
      register(siti(EIGHT));
    }

    assertThat(register(siti(EIGHT)).status()).isEqualTo(429);
    assertThat(house.world.applications.all()).hasSize(60);
    assertThat(register("officer:ani:CLG", other(siti(NINE)), Map.of()).status()).isEqualTo(201);
  }

  /**
   * Whoever presses again and again leaves no messages behind: a full session is looked at first.
   */
  @Test
  void anOfficerWhoTriesAgainAndAgainArmsLittle() {
    register(siti(EIGHT));
    Reply full = register(other(siti(EIGHT)));
    String id = requireNonNull(full.headers().get("Location")).replaceFirst(".*/", "");
    int[] armed = {0};
    for (int i = 0; i < 20; i++) {
      house.faults.before("arm", () -> armed[0]++);
    }

    for (int i = 0; i < 20; i++) {
      assertThat(book(BUDI, "CLG", id, EIGHT).json().path("type").asText())
          .isEqualTo("/problems/sold-out");
    }

    assertThat(armed[0]).isLessThan(6);
  }

  @Test
  void aDeskHoldsMoreSeatsThanAnAccountDoes() {
    house.world.has(Samples.session(Samples.sessionId("10:00", Lane.WALK_IN), 20));
    for (int person = 1; person <= 9; person++) {
      String body =
          siti(Samples.sessionId("10:00", Lane.WALK_IN))
              .replace("9901014107950001", "990101410795000" + person);
      assertThat(register(body).status()).isEqualTo(201);
    }
    assertThat(Set.copyOf(house.world.applications.all())).hasSize(9);
  }
}
