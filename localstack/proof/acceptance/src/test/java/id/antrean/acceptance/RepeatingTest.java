package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.people.Registration;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a bad network everything is sent twice, and late. */
@OnAStack
@DisplayName("A repeated request")
final class RepeatingTest {
  private static final String KEY = "Idempotency-Key";

  private final Stack stack;

  RepeatingTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void registers_once_under_one_key_and_answers_alike() {
    Applicant siti = stack.applicant("siti");
    Registration registration = Registration.of(Person.adult());
    Applicant withKey = siti.with(KEY, newKey());

    Answer first = withKey.triesToRegister(registration);
    Answer again = withKey.triesToRegister(registration);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.accepted().getString("id")).isEqualTo(first.accepted().getString("id"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.response().asString()).isEqualTo(first.response().asString());
    assertThat(siti.applications(Map.of()).getList("items")).hasSize(1);
  }

  @Test
  void of_a_registration_that_was_cancelled_is_answered_with_what_became_of_it() {
    Applicant siti = stack.applicant("siti");
    Applicant withKey = siti.with(KEY, newKey());
    Registration registration = Registration.of(Person.adult());
    PassportApplication cancelled = withKey.registers(registration);
    siti.application(cancelled.id()).cancels();

    JsonPath again = withKey.triesToRegister(registration).accepted();

    assertThat(again.getString("id")).isEqualTo(cancelled.id());
    assertThat(again.getString("status")).isEqualTo("CANCELLED");
    assertThat(siti.applications(Map.of()).getList("items")).hasSize(1);
  }

  @Test
  void registers_twice_without_a_key() {
    Applicant siti = stack.applicant("siti");
    Registration registration = Registration.of(Person.adult());

    siti.registers(registration);
    siti.registers(registration);

    assertThat(siti.applications(Map.of()).getList("items")).hasSize(2);
  }

  @Test
  void is_refused_when_its_key_came_with_another_body() {
    Applicant withKey = stack.applicant("siti").with(KEY, newKey());
    withKey.registers(Person.adult());

    withKey.triesToRegister(Registration.of(Person.adult())).refused(422, "key-reused");
  }

  @Test
  void belongs_to_its_account_whatever_key_others_use() {
    String key = newKey();
    Registration registration = Registration.of(Person.adult());

    String sitis = stack.applicant("siti").with(KEY, key).registers(registration).id();
    String budis = stack.applicant("budi").with(KEY, key).registers(registration).id();

    assertThat(budis).isNotEqualTo(sitis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a space in it"})
  void needs_a_key_that_can_be_one(String key) {
    assertThat(
            stack
                .applicant("siti")
                .with(KEY, key)
                .registersWrongly(Registration.of(Person.adult()).json())
                .pointers())
        .containsExactly("/header/Idempotency-Key");
  }

  @Test
  void declares_one_document_under_one_key() {
    PassportApplication application =
        stack.applicant("siti").registers(Person.adult()).with(KEY, newKey());

    JsonPath first = application.triesToDeclare("ID_CARD", Pictures.jpeg()).accepted();
    JsonPath again = application.triesToDeclare("ID_CARD", Pictures.jpeg()).accepted();

    assertThat(again.getString("id")).isEqualTo(first.getString("id"));
    application.triesToDeclare("FAMILY_CARD", Pictures.jpeg()).refused(422, "key-reused");
  }

  @Test
  void of_a_declaration_is_remembered_whatever_was_declared_or_taken_back_since() {
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    PassportApplication withKey = application.with(KEY, newKey());
    String first = withKey.triesToDeclare("ID_CARD", Pictures.jpeg()).accepted().getString("id");
    String second = application.declares("ID_CARD", Pictures.otherJpeg()).id();

    JsonPath afterAnother = withKey.triesToDeclare("ID_CARD", Pictures.jpeg()).accepted();
    application.triesToTakeBack(second);
    JsonPath afterTakingBack = withKey.triesToDeclare("ID_CARD", Pictures.jpeg()).accepted();

    for (JsonPath again : new JsonPath[] {afterAnother, afterTakingBack}) {
      assertThat(again.getString("id")).isEqualTo(first);
      assertThat(again.getString("status")).isEqualTo("REMOVED");
      assertThat(again.getMap("upload")).isNull();
    }
    assertThat(application.look().getString("documents.find { it.kind == 'ID_CARD' }.status"))
        .isEqualTo("MISSING");
    withKey.triesToDeclare("ID_CARD", Pictures.otherJpeg()).refused(422, "key-reused");
  }

  @Test
  void holds_one_seat_and_answers_alike() {
    OpenSession session = stack.opens(2);
    PassportApplication application = stack.readyApplication();

    Answer first = application.triesToHold(session);
    Answer again = application.triesToHold(session);

    assertThat(again.accepted().getString("id")).isEqualTo(application.id());
    assertThat(again.response().asString()).isEqualTo(first.response().asString());
    assertThat(stack.taken(session)).isEqualTo(1);
  }

  @Test
  void of_a_move_cannot_move_the_seat_back() {
    OpenSession first = stack.opens(1);
    OpenSession second = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    int before = application.version();
    application.ifStill(before).holds(first);
    application.holds(second);

    JsonPath refused = application.ifStill(before).triesToHold(first).refused(412, "stale");

    assertThat(refused.getInt("version")).isEqualTo(application.version());
    assertThat(application.look().getString("booking.session.id")).isEqualTo(second.id());
    assertThat(stack.taken(first)).isZero();
  }

  @Test
  void of_any_change_is_refused_as_stale_once_another_came_between() {
    PassportApplication application = stack.readyApplication();
    String idCard = application.look().getString("documents.find { it.kind == 'ID_CARD' }.id");
    int before = application.version();
    application.corrects(Map.of("applicant", Map.of("birthPlace", "CILEGON")));
    PassportApplication late = application.ifStill(before);

    late.triesToCorrect(Map.of("applicant", Map.of("birthPlace", "SERANG"))).refused(412, "stale");
    late.triesToTakeBack(idCard).refused(412, "stale");
    late.triesToHold(stack.opens(1)).refused(412, "stale");
    late.triesToGiveBack().refused(412, "stale");
    late.triesToCancel().refused(412, "stale");

    JsonPath unchanged = application.look();
    assertThat(unchanged.getString("status")).isEqualTo("READY");
    assertThat(unchanged.getString("applicant.birthPlace")).isEqualTo("CILEGON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "\"7\", \"1\"", "*", "W/\"7\",\"1\""})
  void may_name_several_versions_of_which_any_will_do(String tags) {
    PassportApplication draft = stack.applicant("siti").registers(Person.adult());

    draft.with("If-Match", tags).corrects(Map.of("applicant", Map.of("birthPlace", "CILEGON")));

    assertThat(draft.look().getString("applicant.birthPlace")).isEqualTo("CILEGON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"1\"", "\"7\", \"8\"", "\"of-another-server\""})
  void that_names_none_that_is_there_is_refused_as_stale(String tags) {
    PassportApplication draft =
        stack.applicant("siti").registers(Person.adult()).with("If-Match", tags);

    draft
        .triesToCorrect(Map.of("applicant", Map.of("birthPlace", "CILEGON")))
        .refused(412, "stale");
    draft.triesToCancel().refused(412, "stale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1", "w/\"1\"", "'1'", ","})
  void that_names_no_version_at_all_is_refused(String tags) {
    assertThat(
            stack
                .applicant("siti")
                .registers(Person.adult())
                .with("If-Match", tags)
                .correctsWrongly(Map.of("applicant", Map.of("birthPlace", "CILEGON")))
                .pointers())
        .containsExactly("/header/If-Match");
  }

  @Test
  void of_a_correction_changes_nothing_more() {
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    Map<String, ?> patch = Map.of("applicant", Map.of("birthPlace", "CILEGON"));

    JsonPath first = application.corrects(patch);
    JsonPath again = application.corrects(patch);

    assertThat(again.getMap("applicant")).isEqualTo(first.getMap("applicant"));
  }

  @Test
  void of_setting_a_day_answers_alike() {
    OpenSession session = stack.opens(3);

    JsonPath first = stack.officer(session.office()).sets(session);
    JsonPath again = stack.officer(session.office()).sets(session);

    assertThat(again.getMap("")).isEqualTo(first.getMap(""));
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
