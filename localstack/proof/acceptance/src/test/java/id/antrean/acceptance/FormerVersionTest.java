package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.KeptLives.Life;
import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.stack.KeptFolder;
import id.antrean.acceptance.stack.RunningStack;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * This version goes on with the tables, files, messages, timers and keys that the former one left:
 * {@link LeavingStateTest} made the folder. Time only moves on, so one test comes after another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("What the former version left")
@DisabledIfEnvironmentVariable(
    named = "ANTREAN_URL",
    matches = ".+",
    disabledReason = "only a stack of one's own goes on with a folder")
final class FormerVersionTest {
  private static final String LEFT = "left-by-c6b357b.zip";
  private static final String FORMER_SCHEMA = "1";
  private static final String SCHEMA = "2";

  private RunningStack running;
  private Stack stack;
  private KeptLives lives;

  @BeforeAll
  void goesOn(@TempDir Path data) throws IOException {
    try (InputStream left =
        Objects.requireNonNull(FormerVersionTest.class.getResourceAsStream(LEFT))) {
      new KeptFolder(data).unpack(left);
    }
    running = RunningStack.keptIn(data);
    stack = new Stack(running);
    lives = new KeptLives(stack);
  }

  @AfterAll
  void ends() {
    running.close();
  }

  @Test
  @Order(1)
  void is_told_apart_by_its_schema() {
    assertThat(running.store().all("ApplicationsTable"))
        .hasSizeGreaterThanOrEqualTo(Life.values().length)
        .extracting(item -> item.path("schema").path("N").asText())
        .containsOnly(FORMER_SCHEMA);
  }

  @Test
  @Order(2)
  void shows_everybody_as_they_were() {
    assertThat(lives.of(Life.LATE).status()).isEqualTo("READY");
    assertThat(lives.of(Life.LATE).events()).endsWith("SEAT_HELD", "HOLD_EXPIRED");
    assertThat(lives.of(Life.PAID).status()).isEqualTo("CONFIRMED");
    assertThat(lives.of(Life.HELD).status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(lives.of(Life.FORGETFUL).status()).isEqualTo("AWAITING_PAYMENT");
    assertThat(lives.of(Life.UPLOADING).status()).isEqualTo("DRAFT");
    assertThat(lives.of(Life.RESTLESS).events())
        .startsWith("REGISTERED")
        .hasSizeGreaterThan(KeptLives.MORE_THAN_AN_ITEM_KEEPS);
    assertThat(stack.officer(KeptLives.SESSION.office()).sees(KeptLives.SESSION))
        .containsEntry("held", 2)
        .containsEntry("paid", 1);
    assertThat(stack.officer(KeptLives.SESSION.office()).appointments(KeptLives.SESSION.date()))
        .extracting(appointment -> appointment.get("applicationId"))
        .contains(lives.of(Life.PAID).id());
  }

  @Test
  @Order(3)
  void lets_who_holds_a_seat_pay_for_it() {
    PassportApplication held = lives.of(Life.HELD);

    stack.standard().takesPayment(held.bill().getString("billingCode"));

    hasPaidFor(held, KeptLives.SESSION.id());
  }

  @Test
  @Order(4)
  void lets_money_that_comes_late_win_the_seat_back() {
    PassportApplication late = lives.of(Life.LATE);

    stack.midtrans().takesPayment(late.bill().getString("billingCode"));

    late.isSoon("CONFIRMED");
    hasPaidFor(late, KeptLives.SESSION.id());
  }

  @Test
  @Order(5)
  void lets_who_has_paid_move() {
    PassportApplication paid = lives.of(Life.PAID);
    hasPaidFor(paid, KeptLives.SESSION.id());

    paid.holds(KeptLives.ANOTHER);

    hasPaidFor(paid, KeptLives.ANOTHER.id());
    assertThat(paid.look().getInt("booking.rescheduled")).isEqualTo(1);
  }

  @Test
  @Order(6)
  void lets_who_was_uploading_go_on() {
    PassportApplication uploading = lives.of(Life.UPLOADING);
    assertThat(uploading.look().getString("documents.find { it.kind == 'ID_CARD' }.status"))
        .isEqualTo("AWAITING_UPLOAD");

    uploading.becomesReady();

    assertThat(uploading.holds(KeptLives.ANOTHER).getString("status"))
        .isEqualTo("AWAITING_PAYMENT");
    uploading.givesBack();
  }

  @Test
  @Order(7)
  void keeps_the_whole_of_a_long_timeline_when_it_grows() {
    PassportApplication restless = lives.of(Life.RESTLESS);
    int before = restless.events().size();

    restless.corrects(Map.of("applicant", Map.of("phone", "+6281299999999")));

    assertThat(restless.events()).hasSize(before + 1).endsWith("CORRECTED");
  }

  @Test
  @Order(8)
  void expires_who_does_not_pay_and_keeps_their_papers() {
    PassportApplication forgetful = lives.of(Life.FORGETFUL);

    stack.letUnpaidHoldExpire(forgetful);

    JsonPath expired = forgetful.look();
    assertThat(expired.getString("booking")).isNull();
    assertThat(expired.getString("bill.status")).isEqualTo("EXPIRED");
    assertThat(expired.getList("documents.findAll { it.required }.status", String.class))
        .containsOnly("VERIFIED");
  }

  @Test
  @Order(9)
  void gives_papers_back() {
    String url =
        stack
            .officer(KeptLives.SESSION.office())
            .triesToRead(lives.of(Life.PAID))
            .accepted()
            .getString("documents.find { it.kind == 'ID_CARD' }.download.url");

    Response paper = RestAssured.given().urlEncodingEnabled(false).get(url);

    assertThat(paper.statusCode()).isEqualTo(200);
    assertThat(paper.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(paper.asByteArray()).isEqualTo(Pictures.jpeg().bytes());
  }

  @Test
  @Order(10)
  void becomes_this_versions_with_its_next_step() {
    assertThat(List.of(Life.LATE, Life.PAID, Life.HELD, Life.RESTLESS, Life.FORGETFUL))
        .allSatisfy(
            life ->
                assertThat(
                        running
                            .store()
                            .one(
                                "ApplicationsTable",
                                Map.of("id", lives.of(life).id(), "part", "main"))
                            .at("/schema/N")
                            .asText())
                    .isEqualTo(SCHEMA));
  }

  @Test
  @Order(11)
  void leaves_no_seat_and_no_guard_behind() {
    Census census = new Census(running.store());

    soon(() -> assertThat(census.wrongSeats()).isEmpty());
    soon(() -> assertThat(census.wrongGuards()).isEmpty());
  }

  private static void hasPaidFor(PassportApplication application, String session) {
    JsonPath now = application.look();
    assertThat(now.getString("status")).isEqualTo("CONFIRMED");
    assertThat(now.getString("booking.session.id")).isEqualTo(session);
    assertThat(now.getString("bill.status")).isEqualTo("PAID");
  }
}
