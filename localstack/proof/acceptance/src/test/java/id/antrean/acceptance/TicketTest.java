package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.acceptance.files.QrCode;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an applicant shows at the counter, on the phone or on paper: right, and of nobody else. */
@OnAStack
@DisplayName("A ticket")
final class TicketTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DOTS_AN_INCH = 200;
  private static final String PNG = "image/png";
  private static final String PDF = "application/pdf";
  private static final String CALENDAR = "text/calendar";

  /** What goes before the 32 bytes of an Ed25519 key where Java reads one (RFC 8410). */
  private static final String KEY_INFO = "302a300506032b6570032100";

  private final Stack stack;

  TicketTest(Stack stack) {
    this.stack = stack;
  }

  /** PDFBox keeps a list of the machine's fonts, by default in whoever's home it is. */
  @BeforeAll
  static void keep_the_list_of_fonts_here() {
    System.setProperty("pdfbox.fontcache", "target");
  }

  @Test
  void says_who_comes_where_and_when_and_what_was_paid() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(session);
    JsonPath seen = application.look();

    Answer answer = application.triesToSeeTicket();

    JsonPath ticket = answer.accepted();
    assertThat(answer.response().contentType()).startsWith("application/json");
    assertThat(ticket.getString("applicationId")).isEqualTo(application.id());
    assertThat(ticket.getString("status")).isEqualTo("CONFIRMED");
    assertThat(ticket.getString("name")).isEqualTo("SITI AMINAH");
    assertThat(ticket.getMap("session")).isEqualTo(seen.getMap("booking.session"));
    assertThat(OffsetDateTime.parse(ticket.getString("letsInFrom")))
        .isEqualTo(OffsetDateTime.parse(ticket.getString("session.startsAt")).minusHours(1));
    assertThat(ticket.getString("office.id")).isEqualTo(session.office());
    assertThat(ticket.getString("receipt.billingCode"))
        .isEqualTo(seen.getString("bill.billingCode"));
    assertThat(ticket.getInt("receipt.amount")).isEqualTo(950_000);
    assertThat(ticket.getString("receipt.aggregator")).isEqualTo("standard");
    assertThat(ticket.getList("bring.kind", String.class))
        .containsExactlyInAnyOrderElementsOf(
            seen.getList("documents.findAll { it.required }.kind", String.class));
    assertThat(ticket.getString("number")).as("of somebody who has not come").isNull();
  }

  @Test
  void is_a_picture_that_says_what_the_ticket_says() {
    PassportApplication application = stack.confirmed(stack.opens(1));

    Answer picture = as(PNG, application);

    assertThat(picture.response().contentType()).isEqualTo(PNG);
    assertThat(QrCode.in(picture.response().asByteArray()))
        .isEqualTo(application.ticket().getString("qr"));
  }

  @ParameterizedTest
  @CsvSource({"id, KTP, Rp950.000", "en, identity card, 'Rp950,000'"})
  void is_a_page_to_print_in_its_readers_language(String language, String paper, String paid)
      throws IOException {
    PassportApplication application = stack.confirmed(stack.opens(1));
    JsonPath ticket = application.ticket();

    Answer page = as(PDF, application.with("Accept-Language", language));

    assertThat(page.response().contentType()).isEqualTo(PDF);
    try (PDDocument document = Loader.loadPDF(page.response().asByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("SITI AMINAH", ticket.getString("code"), paper, paid)
          .contains(ticket.getString("receipt.billingCode"));
      assertThat(QrCode.on(new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH)))
          .isEqualTo(ticket.getString("qr"));
    }
  }

  @Test
  void is_an_event_for_the_calendar_of_a_phone() {
    PassportApplication application = stack.confirmed(stack.opens(1));
    JsonPath ticket = application.ticket();

    Answer event = as(CALENDAR, application);
    Answer inEnglish = as(CALENDAR, application.inEnglish());

    assertThat(event.response().contentType()).startsWith(CALENDAR);
    assertThat(lines(event))
        .startsWith("BEGIN:VCALENDAR")
        .endsWith("END:VCALENDAR")
        .contains("DTSTART:" + utc(ticket.getString("session.startsAt")))
        .contains("DTEND:" + utc(ticket.getString("session.endsAt")))
        .anyMatch(line -> line.contains(ticket.getString("code")));
    assertThat(line("SUMMARY", inEnglish)).isNotEqualTo(line("SUMMARY", event));
    assertThat(line("UID", inEnglish)).isEqualTo(line("UID", event));
  }

  @Test
  void calls_papers_as_its_reader_does() {
    PassportApplication application = stack.confirmed(stack.opens(1));

    assertThat(application.with("Accept-Language", "id").ticket().getList("bring.name"))
        .contains("KTP");
    assertThat(application.inEnglish().ticket().getList("bring.name")).contains("identity card");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", PNG, PDF})
  void is_not_sent_again_to_who_has_it(String mediaType) {
    PassportApplication application = stack.confirmed(stack.opens(1));
    Answer first = as(mediaType, application);

    Answer again = as(mediaType, application.with("If-None-Match", first.header("ETag")));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().asByteArray()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(as(mediaType, application.with("If-None-Match", "\"other\"")).status())
        .isEqualTo(200);
  }

  @Test
  void can_be_checked_without_a_network_by_keys_that_are_public()
      throws GeneralSecurityException, IOException {
    PassportApplication application = stack.confirmed(stack.opens(1));
    String[] parts = application.ticket().getString("qr").split("\\.", -1);

    Answer keys = stack.visitor().looksAtTicketKeys();

    JsonNode header = JSON.readTree(decoded(parts[0]));
    assertThat(header.path("alg").asText()).isEqualTo("EdDSA");
    assertThat(keys.header("Cache-Control")).matches("public, max-age=[0-9]+");
    Map<String, String> key =
        keys.accepted().getMap("keys.find { it.kid == '" + header.path("kid").asText() + "' }");
    assertThat(key).containsEntry("kty", "OKP").containsEntry("crv", "Ed25519");
    assertThat(isSigned(parts[0] + "." + parts[1], parts[2], publicKey(key))).isTrue();
    // That the check can fail: another text is not what was signed.
    assertThat(isSigned(parts[0] + "." + parts[1] + "A", parts[2], publicKey(key))).isFalse();
  }

  @Test
  void has_a_code_that_names_the_visit_and_no_person() throws IOException {
    Person siti = Person.adult("SITI RAHASIA");
    OpenSession session = stack.opens(1);
    PassportApplication application =
        stack.confirms(stack.applicant("siti").registers(siti).becomesReady(), session);
    JsonPath ticket = application.ticket();
    String[] parts = ticket.getString("qr").split("\\.", -1);

    String said =
        new String(decoded(parts[0]), StandardCharsets.UTF_8)
            + new String(decoded(parts[1]), StandardCharsets.UTF_8);

    JsonNode claims = JSON.readTree(decoded(parts[1]));
    assertThat(claims.path("app").asText()).isEqualTo(application.id());
    assertThat(claims.path("session").asText()).isEqualTo(session.id());
    assertThat(claims.path("office").asText()).isEqualTo(session.office());
    assertThat(claims.path("day").asText()).isEqualTo(session.date().toString());
    assertThat(claims.path("code").asText()).isEqualTo(ticket.getString("code"));
    assertThat(said).doesNotContain(siti.nik(), "SITI", "RAHASIA", siti.birthDate().toString());
  }

  @Test
  void is_the_same_whoever_of_its_applicants_phones_asks_first_and_whenever() {
    PassportApplication application = stack.confirmed(stack.opens(1));

    List<String> codes =
        Crowd.ofAtMost(4)
            .each(
                Stream.generate(
                        () -> (Callable<String>) () -> application.ticket().getString("code"))
                    .limit(4));

    assertThat(codes).containsOnly(application.ticket().getString("code"));
  }

  @Test
  void of_a_seat_that_was_left_is_void_and_the_new_seat_has_another() {
    OpenSession former = stack.opens(1);
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.confirmed(former);
    JsonPath old = application.ticket();

    application.holds(session);

    JsonPath ticket = application.ticket();
    assertThat(ticket.getString("session.id")).isEqualTo(session.id());
    assertThat(ticket.getString("code")).isNotEqualTo(old.getString("code"));
    assertThat(ticket.getString("qr")).isNotEqualTo(old.getString("qr"));
    for (String shown : List.of(old.getString("code"), old.getString("qr"))) {
      for (String office : List.of(former.office(), session.office())) {
        stack.officer(office).triesToCheckIn(shown).refused(409, "ticket-void");
      }
    }
    // The new one is known, and its day has not come.
    stack
        .officer(session.office())
        .triesToCheckIn(ticket.getString("code"))
        .refused(409, "wrong-day");
  }

  @Test
  void is_had_once_the_seat_is_paid_for() {
    PassportApplication application = stack.readyApplication();
    application.triesToSeeTicket().refused(409, "wrong-status");
    application.holds(stack.opens(1));

    for (String mediaType : List.of("application/json", PNG, PDF, CALENDAR)) {
      as(mediaType, application).refused(409, "wrong-status");
    }

    stack.standard().takesPayment(application.bill().getString("billingCode"));
    application.isSoon("CONFIRMED");
    application.ticket();
  }

  @Test
  void is_had_no_more_when_the_money_went_back_until_it_comes_again() {
    PassportApplication application = stack.confirmed(stack.opens(1));
    String shown = application.ticket().getString("code");
    String code = application.bill().getString("billingCode");

    stack.standard().takesPayment(code, Map.of("status", "payment.refunded"));

    as(PDF, application).refused(409, "not-paid");
    stack.standard().takesPayment(code);
    assertThat(application.ticket().getString("code")).isEqualTo(shown);
  }

  @Test
  void of_another_is_not_found() {
    PassportApplication sitis = stack.confirmed(stack.opens(1));

    sitis.usedBy(stack.applicant("budi").token()).triesToSeeTicket().refused(404, "not-found");
  }

  private static Answer as(String mediaType, PassportApplication application) {
    return application.with("Accept", mediaType).triesToSeeTicket();
  }

  /** The lines of a calendar, with what was folded put together again. */
  private static List<String> lines(Answer calendar) {
    return calendar.response().asString().replace("\r\n ", "").lines().toList();
  }

  private static String line(String name, Answer calendar) {
    return lines(calendar).stream()
        .filter(line -> line.startsWith(name + ":"))
        .findFirst()
        .orElseThrow();
  }

  private static String utc(String moment) {
    return OffsetDateTime.parse(moment)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"));
  }

  private static PublicKey publicKey(Map<String, String> key) throws GeneralSecurityException {
    byte[] prefix = HexFormat.of().parseHex(KEY_INFO);
    byte[] point = decoded(key.getOrDefault("x", ""));
    byte[] encoded = new byte[prefix.length + point.length];
    System.arraycopy(prefix, 0, encoded, 0, prefix.length);
    System.arraycopy(point, 0, encoded, prefix.length, point.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static boolean isSigned(String text, String signature, PublicKey key)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(decoded(signature));
  }

  private static byte[] decoded(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
