package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.people.Registration;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Point 1: who may apply for what, with which papers, for which fee. */
@OnAStack
@DisplayName("Registering a person")
final class RegisteringTest {
  private final Stack stack;

  RegisteringTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void answers_with_a_draft_where_to_find_it_and_its_version() {
    Answer answer = stack.applicant("siti").triesToRegister(Registration.of(Person.adult()));

    JsonPath draft = answer.accepted();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/v1/applications/" + draft.getString("id"));
    assertThat(answer.header("ETag")).isEqualTo("\"" + draft.getInt("version") + "\"");
    assertThat(draft.getString("status")).isEqualTo("DRAFT");
    assertThat(draft.getString("booking")).isNull();
    assertThat(draft.getString("bill")).isNull();
    assertThat(draft.getList("documents.status", String.class)).containsOnly("MISSING");
  }

  @Test
  void never_shows_more_of_a_nik_than_its_end() {
    Person child = Person.childOf(stack.today(), 10);
    Answer answer = stack.applicant("siti").triesToRegister(Registration.ofChild(child));

    assertThat(answer.accepted().getString("applicant.nik"))
        .isEqualTo("*".repeat(12) + child.nik().substring(12));
    assertThat(answer.response().asString())
        .doesNotContain(child.nik())
        .doesNotContain(guardianOf(child).nik());
  }

  @Test
  void tells_every_fault_at_once_and_never_the_value() {
    Map<String, Object> applicant = new HashMap<>(Person.adult().json());
    applicant.put("nik", "9901013202950001"); // the 32nd of February
    applicant.put("birthDate", "1995-02-30");
    applicant.put("sex", "OTHER-SECRET");
    applicant.put("phone", "0812-SECRET");
    applicant.put("email", "not-an-address-SECRET");
    applicant.put("nickname", "SECRET");
    applicant.remove("birthPlace");
    Map<String, Object> body =
        Map.of(
            "kind",
            "SECRET",
            "passport",
            Map.of("type", "ELECTRONIC", "validityYears", 7),
            "applicant",
            applicant);

    Answer answer = stack.applicant("siti").registersWrongly(body);

    assertThat(answer.pointers())
        .containsExactlyInAnyOrder(
            "/kind",
            "/passport/validityYears",
            "/applicant/nik",
            "/applicant/birthDate",
            "/applicant/sex",
            "/applicant/phone",
            "/applicant/email",
            "/applicant/nickname",
            "/applicant/birthPlace");
    assertThat(answer.response().asString()).doesNotContain("SECRET", "9901013202950001");
  }

  @Test
  void refuses_values_of_another_type_each_at_its_place() {
    Map<String, Object> applicant = new HashMap<>(Person.adult().json());
    applicant.put("nik", 9901014107950001L);
    applicant.put("fullName", List.of("SITI"));
    Map<String, Object> body =
        Map.of("kind", "NEW", "passport", "ELECTRONIC", "applicant", applicant);

    assertThat(stack.applicant("siti").registersWrongly(body).pointers())
        .containsExactlyInAnyOrder("/passport", "/applicant/nik", "/applicant/fullName");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0",
        "\u200B",
        "\u3164",
        "\u2800",
        "\u200BSITI",
        "SITI\u202E",
        "=1+1",
        "+SITI",
        "-SITI",
        "@SITI",
        "SI\u0000TI",
        "SI\uFFFDTI",
        "\uE000",
        "12345",
        "<b>"
      })
  void refuses_a_text_that_is_nobodys_name(String text) {
    Map<String, Object> applicant = new HashMap<>(Person.adult().json());
    applicant.put("fullName", text);
    applicant.put("birthPlace", text);

    assertThat(registersWrongly(applicant).pointers())
        .containsExactlyInAnyOrder("/applicant/fullName", "/applicant/birthPlace");
  }

  @ParameterizedTest
  @CsvSource({
    "Y, Y",
    "MUHAMMAD 'ABDUL, MUHAMMAD 'ABDUL",
    "' SITI   AMINAH ', SITI AMINAH",
    "E\u0301MILE, \u00C9MILE",
    "\u738B\u5C0F\u660E, \u738B\u5C0F\u660E"
  })
  void keeps_a_name_of_any_script_in_one_form(String written, String kept) {
    Map<String, Object> applicant = new HashMap<>(Person.adult().json());
    applicant.put("fullName", written);

    assertThat(registersWrongly(applicant).accepted().getString("applicant.fullName"))
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "0812-0000-0001, +6281200000001",
    "+62081200000001, +6281200000001",
    "6281200000001, +6281200000001",
    "+65 9123 4567, +6591234567"
  })
  void keeps_a_phone_number_so_that_it_can_be_dialled(String written, String kept) {
    Map<String, Object> applicant = new HashMap<>(Person.adult().json());
    applicant.put("phone", written);
    applicant.put("email", "x@example.xn--p1ai");

    JsonPath draft = registersWrongly(applicant).accepted();

    assertThat(draft.getString("applicant.phone")).isEqualTo(kept);
    assertThat(draft.getString("applicant.email")).isEqualTo("x@example.xn--p1ai");
  }

  @Test
  void takes_null_for_no_value_where_nothing_may_be_left_out() {
    Map<String, Object> applicant = new HashMap<>(Person.adult().json());
    applicant.put("guardian", null);
    applicant.put("email", null);

    assertThat(registersWrongly(applicant).pointers())
        .containsExactlyInAnyOrder("/applicant/guardian", "/applicant/email");
  }

  private Answer registersWrongly(Map<String, Object> applicant) {
    return stack
        .applicant("siti")
        .registersWrongly(
            Map.of(
                "kind",
                "NEW",
                "passport",
                Map.of("type", "ELECTRONIC", "validityYears", 10),
                "applicant",
                applicant));
  }

  @Test
  void asks_for_everything_that_is_missing() {
    assertThat(stack.applicant("siti").registersWrongly(Map.of()).pointers())
        .containsExactlyInAnyOrder("/kind", "/passport", "/applicant");
  }

  @ParameterizedTest
  @CsvSource({
    "990101410795000, fifteen digits",
    "99010141079500011, seventeen digits",
    "99010141O7950001, a letter among them",
    "9901017207950001, the 32nd for a woman",
    "9901014113950001, the thirteenth month",
    "9901013102950001, the 31st of February",
    "9901014107950000, the serial that nobody gets"
  })
  void refuses_a_nik_that_cannot_be_one(String nik, String because) {
    Person person = Person.adult().withNik(nik);

    assertThat(stack.applicant("siti").registersWrongly(Registration.of(person).json()).pointers())
        .as(because)
        .containsExactly("/applicant/nik");
  }

  @Test
  void takes_a_nik_that_tells_another_birth_date_and_notes_it() {
    Person corrected = Person.adult().withBirthDate(LocalDate.of(1990, 2, 3));

    JsonPath draft = stack.applicant("siti").triesToRegister(Registration.of(corrected)).accepted();

    assertThat(draft.getList("applicant.notes.code", String.class))
        .contains("BIRTH_DATE_DIFFERS", "UNKNOWN_REGION");
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, ID_CARD FAMILY_CARD BIRTH_CERTIFICATE",
    "RENEWAL, ID_CARD FAMILY_CARD BIRTH_CERTIFICATE OLD_PASSPORT",
    "DAMAGED, ID_CARD FAMILY_CARD BIRTH_CERTIFICATE OLD_PASSPORT",
    "LOST, ID_CARD FAMILY_CARD BIRTH_CERTIFICATE POLICE_REPORT",
    "DATA_CHANGE, ID_CARD FAMILY_CARD BIRTH_CERTIFICATE OLD_PASSPORT COURT_ORDER"
  })
  void asks_an_adult_for_the_papers_of_the_kind(String kind, String papers) {
    JsonPath draft =
        stack
            .applicant("siti")
            .triesToRegister(Registration.of(Person.adult()).kind(kind))
            .accepted();

    assertThat(draft.getList("documents.findAll { it.required }.kind", String.class))
        .containsExactlyInAnyOrder(papers.split(" "));
    assertThat(
            draft.getList(
                "documents.find { it.kind == 'BIRTH_CERTIFICATE' }.accepts", String.class))
        .containsExactlyInAnyOrder("BIRTH_CERTIFICATE", "MARRIAGE_BOOK", "DIPLOMA");
  }

  @Test
  void asks_a_child_for_its_parents_papers() {
    Person child = Person.childOf(stack.today(), 10);

    JsonPath draft =
        stack.applicant("siti").triesToRegister(Registration.ofChild(child)).accepted();

    assertThat(draft.getList("documents.findAll { it.required }.kind", String.class))
        .containsExactlyInAnyOrder(
            "PARENT_ID_CARD", "FAMILY_CARD", "BIRTH_CERTIFICATE", "PARENTS_MARRIAGE_BOOK");
    assertThat(draft.getString("applicant.guardian.relation")).isEqualTo("MOTHER");
  }

  @Test
  void asks_for_a_guardian_until_the_seventeenth_birthday() {
    Applicant parent = stack.applicant("siti");
    Person almost = Person.born("PUTRI AMINAH", stack.today().minusYears(17).plusDays(2));
    Person grown = Person.born("PUTRI AMINAH", stack.today().minusYears(17).minusDays(2));

    assertThat(parent.registersWrongly(Registration.ofChild(almost).json()).pointers())
        .containsExactly("/applicant/guardian");
    parent.registers(Registration.of(grown));
  }

  @Test
  void gives_children_five_years() {
    Person child = Person.childOf(stack.today(), 10);

    assertThat(stack.applicant("siti").registersWrongly(Registration.of(child).json()).pointers())
        .containsExactly("/passport/validityYears");
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, ORDINARY, 5, 350000",
    "NEW, ORDINARY, 10, 650000",
    "NEW, ELECTRONIC, 5, 650000",
    "NEW, ELECTRONIC, 10, 950000",
    "RENEWAL, ELECTRONIC, 10, 950000",
    "LOST, ORDINARY, 5, 1350000",
    "DAMAGED, ELECTRONIC, 10, 1450000"
  })
  void says_the_fee_of_the_tariff(String kind, String type, int years, int amount) {
    Registration registration = Registration.of(Person.adult()).kind(kind).passport(type, years);

    JsonPath draft = stack.applicant("siti").triesToRegister(registration).accepted();

    assertThat(draft.getInt("fee.amount")).isEqualTo(amount);
  }

  @Test
  void lists_an_accounts_applications_newest_first_page_by_page() {
    Applicant family = stack.applicant("siti");
    String first = family.registers(Person.adult()).id();
    String second = family.registers(Person.adult()).id();
    String third = family.registers(Person.adult()).id();

    assertThat(family.applications(Map.of()).getList("items.id", String.class))
        .containsExactly(third, second, first);
    JsonPath page = family.applications(Map.of("limit", 2));
    assertThat(page.getList("items.id", String.class)).containsExactly(third, second);
    JsonPath rest = family.applications(Map.of("limit", 2, "cursor", page.getString("nextCursor")));
    assertThat(rest.getList("items.id", String.class)).containsExactly(first);
    assertThat(rest.getString("nextCursor")).isNull();
  }

  @Test
  void corrects_a_draft_field_by_field() {
    PassportApplication draft = stack.applicant("siti").registers(Person.adult());

    JsonPath corrected =
        draft.corrects(Map.of("applicant", Map.of("birthPlace", "CILEGON", "phone", "+62812999")));

    assertThat(corrected.getString("applicant.birthPlace")).isEqualTo("CILEGON");
    assertThat(corrected.getString("applicant.fullName")).isEqualTo("SITI AMINAH");
    assertThat(corrected.getInt("version")).isGreaterThan(1);
  }

  @Test
  void refuses_a_correction_that_leaves_faults_and_changes_nothing() {
    PassportApplication draft = stack.applicant("siti").registers(Person.adult());

    assertThat(
            draft
                .correctsWrongly(
                    Map.of("applicant", Map.of("phone", "0812", "nik", "1", "colour", "red")))
                .pointers())
        .containsExactlyInAnyOrder("/applicant/phone", "/applicant/nik", "/applicant/colour");
    assertThat(draft.version()).isEqualTo(1);
  }

  @Test
  void falls_back_to_a_draft_when_a_correction_asks_for_other_papers() {
    PassportApplication ready = stack.readyApplication();

    JsonPath renewal = ready.corrects(Map.of("kind", "RENEWAL"));

    assertThat(renewal.getString("status")).isEqualTo("DRAFT");
    assertThat(renewal.getString("documents.find { it.kind == 'OLD_PASSPORT' }.status"))
        .isEqualTo("MISSING");
    assertThat(renewal.getString("documents.find { it.kind == 'ID_CARD' }.status"))
        .isEqualTo("VERIFIED");
    ready.becomesReady();
  }

  @Test
  void locks_the_data_once_a_seat_is_held() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(session);

    application.triesToCorrect(Map.of("kind", "LOST")).refused(409, "locked");
  }

  @Test
  void cancels_for_good_and_frees_the_seat() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(session);

    assertThat(application.cancels().getString("status")).isEqualTo("CANCELLED");

    assertThat(application.cancels().getString("status")).isEqualTo("CANCELLED");
    application.triesToHold(session).refused(409, "wrong-status");
    application.triesToCorrect(Map.of("kind", "LOST")).refused(409, "locked");
    assertThat(stack.taken(session)).isZero();
    stack.readyApplication().holds(session);
  }

  private static Person guardianOf(Person child) {
    Person guardian = child.guardian();
    assertThat(guardian).isNotNull();
    return guardian;
  }
}
