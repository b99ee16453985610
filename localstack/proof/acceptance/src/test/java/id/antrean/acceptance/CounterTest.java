package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes is let in where and when they have a seat, and nobody else is. */
@OnAStack
@DisplayName("The counter")
final class CounterTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String KEY = "Idempotency-Key";

  /** By chance anybody's once in a million million. */
  private static final String NOBODYS_CODE = "ZZZZ-ZZZZ";

  private final Stack stack;

  CounterTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void lets_in_by_a_code_however_it_is_typed_by_its_qr_and_without_a_ticket() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens(3);
    PassportApplication types = day.expects(session);
    PassportApplication scans = day.expects(session);
    PassportApplication forgot = day.expects(session);
    String typed = types.ticket().getString("code").replace("-", "").toLowerCase(Locale.ROOT);
    String scanned = scans.ticket().getString("qr");
    day.comes("16:30");

    JsonPath first = day.officer().triesToCheckIn(typed).accepted();
    JsonPath second = day.officer().triesToCheckIn(scanned).accepted();
    JsonPath third = day.officer().triesToCheckIn(forgot).accepted();

    assertThat(List.of(first.getInt("number"), second.getInt("number"), third.getInt("number")))
        .containsExactly(1, 2, 3);
    assertThat(first.getString("applicationId")).isEqualTo(types.id());
    assertThat(second.getString("applicationId")).isEqualTo(scans.id());
    assertThat(third.getString("applicationId")).isEqualTo(forgot.id());
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void sees_who_came_with_no_more_of_their_nik_than_needed_and_they_see_their_number() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(2);
    Person siti = Person.adult("SITI AMINAH");
    PassportApplication application =
        stack.confirms(stack.applicant("siti").registers(siti).becomesReady(), session);
    PassportApplication late = day.expects(session);
    day.comes("16:30");

    Answer answer = day.officer().triesToCheckIn(application);

    JsonPath came = answer.accepted();
    assertThat(came.getString("name")).isEqualTo("SITI AMINAH");
    assertThat(came.getString("nik")).isEqualTo("*".repeat(12) + siti.nik().substring(12));
    assertThat(answer.response().asString()).doesNotContain(siti.nik());
    assertThat(came.getString("session.id")).isEqualTo(session.id());
    assertThat(came.getString("status")).isEqualTo("CHECKED_IN");
    assertThat(came.getString("verdict")).isEqualTo("MATCHED");
    assertThat(answer.header("ETag")).isEqualTo("\"" + came.getInt("version") + "\"");
    assertThat(application.status()).isEqualTo("CHECKED_IN");
    assertThat(application.version()).isEqualTo(came.getInt("version"));
    assertThat(application.ticket().getInt("number")).isEqualTo(came.getInt("number"));
    assertThat(application.events()).endsWith("CHECKED_IN");
    soon(
        () ->
            assertThat(day.officer().sees(session))
                .containsEntry("paid", 2)
                .containsEntry("checkedIn", 1));
    assertThat(day.officer().appointments(day.date()))
        .anySatisfy(
            appointment ->
                assertThat(appointment)
                    .containsEntry("applicationId", application.id())
                    .containsEntry("status", "CHECKED_IN"))
        .anySatisfy(
            appointment ->
                assertThat(appointment)
                    .containsEntry("applicationId", late.id())
                    .containsEntry("status", "CONFIRMED"));
  }

  /** The minute is for a slow machine, whose clock goes on. */
  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void lets_nobody_in_before_the_moment_that_their_ticket_says() {
    VisitDay day = VisitDay.at("JAP", stack);
    PassportApplication application = day.expects(day.opens(1));
    OffsetDateTime from = OffsetDateTime.parse(application.ticket().getString("letsInFrom"));
    day.passUntil(from.minus(A_MINUTE));

    JsonPath early = day.officer().triesToCheckIn(application).refused(409, "too-early");
    day.passUntil(from);

    assertThat(OffsetDateTime.parse(early.getString("from"))).isEqualTo(from);
    assertThat(application.status()).isEqualTo("CONFIRMED");
    assertThat(day.officer().checksIn(application)).isEqualTo(1);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void lets_in_whoever_is_late_until_the_day_ends() {
    VisitDay day = VisitDay.at("CLG", stack);
    OpenSession session = day.opens(2);
    PassportApplication late = day.expects(session);
    PassportApplication tooLate = day.expects(session);
    day.passUntil(day.at("23:55"));

    assertThat(day.officer().checksIn(late)).isEqualTo(1);
    day.passUntil(day.at("00:00").plusDays(1));

    JsonPath refused = day.officer().triesToCheckIn(tooLate).refused(409, "wrong-day");
    assertThat(refused.getString("date")).isEqualTo(day.date().toString());
  }

  @Test
  void lets_nobody_in_on_another_day_or_at_another_office() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(session);
    String code = application.ticket().getString("code");
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    JsonPath today = stack.officer(session.office()).triesToCheckIn(code).refused(409, "wrong-day");
    JsonPath there = stack.officer(elsewhere).triesToCheckIn(code).refused(409, "wrong-office");

    assertThat(today.getString("date")).isEqualTo(session.date().toString());
    assertThat(there.getString("officeId")).isEqualTo(session.office());
    stack.officer(elsewhere).triesToCheckIn(application).refused(409, "wrong-office");
    assertThat(application.status()).isEqualTo("CONFIRMED");
  }

  @Test
  void lets_nobody_in_who_has_no_seat() {
    PassportApplication application = stack.readyApplication();

    stack.officer("CLG").triesToCheckIn(application).refused(409, "wrong-status");

    assertThat(application.status()).isEqualTo("READY");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void lets_nobody_in_whose_money_went_back() {
    VisitDay day = VisitDay.at("DPS", stack);
    PassportApplication application = day.expects(day.opens(1));
    String code = application.bill().getString("billingCode");
    stack.standard().takesPayment(code, Map.of("status", "payment.refunded"));
    day.comes("16:30");

    day.officer().triesToCheckIn(application).refused(409, "not-paid");

    stack.standard().takesPayment(code);
    assertThat(day.officer().checksIn(application)).isEqualTo(1);
  }

  /** What is theirs to see must not fail because of what their bank did since. */
  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void has_a_plain_answer_for_whoever_is_in_and_whose_money_goes_back_then() {
    VisitDay day = VisitDay.at("JAP", stack);
    PassportApplication application = day.expects(day.opens(1));
    day.comes("16:30");
    day.officer().checksIn(application);

    stack
        .standard()
        .takesPayment(
            application.bill().getString("billingCode"), Map.of("status", "payment.refunded"));

    assertThat(application.status()).isEqualTo("CHECKED_IN");
    application.triesToSeeTicket().refused(409, "not-paid");
    day.officer().triesToRead(application).accepted();
    day.officer().triesToEnd(application, "COMPLETED").accepted();
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void says_the_number_of_who_is_in_already() {
    VisitDay day = VisitDay.at("CLG", stack);
    PassportApplication application = day.expects(day.opens(1));
    String code = application.ticket().getString("code");
    day.comes("16:30");
    int number = day.officer().triesToCheckIn(code).accepted().getInt("number");
    int version = application.version();

    JsonPath again = day.officer().triesToCheckIn(code).refused(409, "already-checked-in");

    assertThat(again.getInt("number")).isEqualTo(number);
    assertThat(application.version()).isEqualTo(version);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void gives_one_number_to_who_is_let_in_at_several_doors_at_once() {
    VisitDay day = VisitDay.at("DPS", stack);
    OpenSession session = day.opens(2);
    PassportApplication application = day.expects(session);
    PassportApplication next = day.expects(session);
    day.comes("16:30");
    Officer officer = day.officer();

    List<Answer> answers =
        Crowd.ofAtMost(4)
            .each(
                Stream.generate(() -> (Callable<Answer>) () -> officer.triesToCheckIn(application))
                    .limit(4));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.problem()).isIn("", "already-checked-in"))
        .anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers)
        .extracting(answer -> answer.response().jsonPath().getInt("number"))
        .containsOnly(1);
    assertThat(officer.checksIn(next)).isEqualTo(2);
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void answers_a_repeat_under_one_key_alike_and_another_request_not_at_all() {
    VisitDay day = VisitDay.at("JAP", stack);
    OpenSession session = day.opens(2);
    PassportApplication application = day.expects(session);
    PassportApplication other = day.expects(session);
    day.comes("16:30");
    Officer withKey = day.officer().with(KEY, UUID.randomUUID().toString());

    Answer first = withKey.triesToCheckIn(application);
    Answer again = withKey.triesToCheckIn(application);

    assertThat(again.accepted().getInt("number")).isEqualTo(first.accepted().getInt("number"));
    assertThat(again.response().asString()).isEqualTo(first.response().asString());
    withKey.triesToCheckIn(other).refused(422, "key-reused");
    assertThat(other.status()).isEqualTo("CONFIRMED");
    day.officer().triesToCheckIn(application).refused(409, "already-checked-in");
  }

  @Test
  @Needs(Ability.MOVABLE_CLOCK)
  void has_a_plain_answer_to_a_late_repeat_about_who_was_let_go_since() {
    VisitDay day = VisitDay.at("CLG", stack);
    PassportApplication application = day.expects(day.opens(1));
    day.comes("16:30");
    Officer withKey = day.officer().with(KEY, UUID.randomUUID().toString());
    withKey.triesToCheckIn(application).accepted();
    day.officer().triesToEnd(application, "RETURN", "the old passport is missing").accepted();

    withKey.triesToCheckIn(application).refused(409, "wrong-status");
  }

  @Test
  void believes_no_ticket_that_it_did_not_sign() throws GeneralSecurityException {
    OpenSession session = stack.opens(1);
    String[] parts = stack.confirmed(session).ticket().getString("qr").split("\\.", -1);
    String otherDay =
        base64(
            new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(session.date().toString(), stack.today().toString()));
    KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String unsigned = base64("{\"alg\":\"none\"}");

    for (String forged :
        List.of(
            parts[0] + "." + otherDay + "." + parts[2],
            parts[0] + "." + otherDay + "." + signed(parts[0] + "." + otherDay, own),
            parts[0] + "." + parts[1] + ".",
            unsigned + "." + otherDay + ".",
            "no.such.ticket",
            "https://example.org/tickets/1")) {
      stack.officer(session.office()).triesToCheckIn(forged).refused(409, "ticket-forged");
    }
  }

  @Test
  void knows_no_code_and_no_application_that_there_is_not() {
    stack.officer("CLG").triesToCheckIn(NOBODYS_CODE).refused(404, "not-found");
    stack
        .officer("CLG")
        .triesToCheckIn(stack.applicant("siti").application("AAAAAAAAAAAAAAAA"))
        .refused(404, "not-found");
  }

  static Stream<Arguments> wrongBodies() {
    return Stream.of(
        Arguments.of(Map.of(), List.of("/code")),
        Arguments.of(Map.of("code", "K7Q2-9MX"), List.of("/code")),
        Arguments.of(Map.of("code", "K7Q2-9MXU"), List.of("/code")),
        Arguments.of(Map.of("code", 12_345_678), List.of("/code")),
        Arguments.of(Map.of("code", "A." + "A".repeat(1024)), List.of("/code")),
        Arguments.of(Map.of("applicationId", "K7Q2-9MXA"), List.of("/applicationId")),
        Arguments.of(
            Map.of("code", "K7Q2-9MXA", "applicationId", "AAAAAAAAAAAAAAAA"), List.of("/code")),
        Arguments.of(Map.of("code", "", "desk", "3"), List.of("/code", "/desk")));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void says_in_its_officers_language_what_is_wrong(
      Map<String, Object> body, List<String> pointers) {
    Officer officer = stack.officer("CLG");

    Answer indonesian = officer.with("Accept-Language", "id").checksInWrongly(body);
    Answer english = officer.with("Accept-Language", "en").checksInWrongly(body);

    assertThat(indonesian.pointers()).containsExactlyInAnyOrderElementsOf(pointers);
    assertThat(english.pointers()).containsExactlyInAnyOrderElementsOf(pointers);
    assertThat(details(english))
        .allSatisfy(detail -> assertThat(detail).isNotBlank())
        .doesNotContainAnyElementsOf(details(indonesian));
  }

  private static List<String> details(Answer refused) {
    return refused.refused(400, "validation").getList("errors.detail", String.class);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String signed(String text, KeyPair key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return base64(signature.sign());
  }
}
