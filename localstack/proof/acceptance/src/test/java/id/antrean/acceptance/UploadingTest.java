package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.PdfFiles;
import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.files.UploadedFile;
import id.antrean.acceptance.people.DeclaredFile;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Sandbox.Broken;
import id.antrean.acceptance.stack.Sandbox.Fault;
import id.antrean.acceptance.stack.Step;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Point 2: papers go straight to the store, and nothing unverified is ever served. */
@OnAStack
@DisplayName("Uploading papers")
final class UploadingTest {
  /** Longer than a message that failed stays invisible. */
  private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(4);

  private final Stack stack;

  UploadingTest(Stack stack) {
    this.stack = stack;
  }

  // ---- From declared to verified ----

  static Stream<UploadedFile> soundFiles() {
    return Stream.of(
        Pictures.jpeg(),
        Pictures.png(),
        PdfFiles.onePage(),
        Pictures.jpegWithoutItsEnd(),
        Pictures.pngWithoutItsEnd(),
        PdfFiles.carelesslyMade(),
        PdfFiles.encryptedForNobody());
  }

  @ParameterizedTest
  @MethodSource("soundFiles")
  void verifies_a_sound_file_and_gives_it_back_only_then(UploadedFile file) {
    PassportApplication application = draft();
    DeclaredFile declared = application.declares("ID_CARD", file);
    assertThat(application.document(declared).getString("download")).isNull();

    assertThat(declared.upload(file.bytes())).isEqualTo(200);

    soon(() -> assertThat(statusOf(application, declared)).isEqualTo("VERIFIED"));
    Response download =
        RestAssured.given()
            .urlEncodingEnabled(false)
            .get(application.document(declared).getString("download.url"));
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.asByteArray()).isEqualTo(file.bytes());
    assertThat(download.header("Content-Disposition")).startsWith("attachment");
    assertThat(download.header("Content-Type")).isEqualTo(file.contentType());
    assertThat(download.header("Cache-Control")).isEqualTo("private, no-store");
  }

  @Test
  void makes_the_application_ready_with_the_last_required_paper() {
    PassportApplication application = draft();
    application.uploads("ID_CARD", Pictures.jpeg());
    application.uploads("FAMILY_CARD", PdfFiles.onePage());
    soon(() -> assertThat(verifiedPapers(application)).hasSize(2));
    assertThat(application.status()).isEqualTo("DRAFT");

    application.uploads("MARRIAGE_BOOK", Pictures.png());

    application.isSoon("READY");
  }

  @Test
  void gives_a_fresh_url_for_the_same_file_of_a_kind() {
    PassportApplication application = draft();
    DeclaredFile first = application.declares("ID_CARD", Pictures.jpeg());

    DeclaredFile again = application.declares("ID_CARD", Pictures.jpeg());

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.upload(Pictures.jpeg().bytes())).isEqualTo(200);
  }

  @Test
  void lets_another_file_of_a_kind_take_the_formers_place() {
    PassportApplication application = draft();
    DeclaredFile first = application.declares("ID_CARD", Pictures.jpeg());

    DeclaredFile second = application.uploads("ID_CARD", Pictures.otherJpeg());

    assertThat(second.id()).isNotEqualTo(first.id());
    soon(() -> assertThat(verifiedPapers(application)).containsExactly("ID_CARD"));
    assertThat(application.look().getString("documents.find { it.kind == 'ID_CARD' }.id"))
        .isEqualTo(second.id());
    application.triesToSeeDocument(first.id()).refused(404, "not-found");
  }

  @Test
  void asks_for_the_paper_again_when_it_is_taken_back() {
    PassportApplication application = stack.readyApplication();
    String idCard = application.look().getString("documents.find { it.kind == 'ID_CARD' }.id");

    assertThat(application.triesToTakeBack(idCard).status()).isEqualTo(204);

    assertThat(application.status()).isEqualTo("DRAFT");
    assertThat(application.triesToTakeBack(idCard).status()).isEqualTo(204);
    application.triesToSeeDocument(idCard).refused(404, "not-found");
  }

  @Test
  void locks_the_papers_once_a_seat_is_held() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    String idCard = application.look().getString("documents.find { it.kind == 'ID_CARD' }.id");
    application.holds(session);

    application.triesToDeclare("ID_CARD", Pictures.otherJpeg()).refused(409, "locked");
    application.triesToTakeBack(idCard).refused(409, "locked");
  }

  @Test
  void tells_every_fault_of_a_declaration_at_once() {
    Answer answer =
        draft()
            .declaresWrongly(
                Map.of(
                    "kind", "LIBRARY_CARD",
                    "contentType", "image/gif",
                    "size", 10 * 1024 * 1024 + 1,
                    "sha256", "c2hvcnQ=",
                    "name", "ktp.gif"));

    assertThat(answer.pointers())
        .containsExactlyInAnyOrder("/kind", "/contentType", "/size", "/sha256", "/name");
  }

  // ---- Several at once ----

  @Test
  void takes_all_papers_in_one_declaration() {
    PassportApplication application = draft();
    UploadedFile picture = Pictures.jpeg();
    int version = application.version();

    List<DeclaredFile> files =
        application.declaresAll(List.of("ID_CARD", "FAMILY_CARD", "DIPLOMA"), picture);

    assertThat(application.version()).isEqualTo(version + 1);
    assertThat(files).extracting(DeclaredFile::id).doesNotHaveDuplicates().hasSize(3);
    files.forEach(file -> assertThat(file.upload(picture.bytes())).isEqualTo(200));
    application.isSoon("READY");
    assertThat(application.events()).filteredOn("DOCUMENT_DECLARED"::equals).hasSize(3);
  }

  @Test
  void answers_the_repeat_of_a_list_under_its_key_with_the_same_documents() {
    PassportApplication application = draft().with("Idempotency-Key", "papers-0001");
    List<String> papers = List.of("ID_CARD", "FAMILY_CARD");
    List<DeclaredFile> first = application.declaresAll(papers, Pictures.jpeg());

    List<DeclaredFile> again = application.declaresAll(papers, Pictures.jpeg());

    assertThat(again)
        .extracting(DeclaredFile::id)
        .isEqualTo(first.stream().map(DeclaredFile::id).toList());
    application.triesToDeclare("ID_CARD", Pictures.jpeg()).refused(422, "key-reused");
  }

  @Test
  void tells_every_fault_of_a_list_at_once_and_declares_nothing_of_it() {
    PassportApplication application = draft();
    Map<String, Object> empty =
        new HashMap<>(PassportApplication.declaration("ID_CARD", Pictures.jpeg()));
    empty.put("size", 0);

    Answer answer =
        application.declaresWrongly(
            List.of(
                empty,
                PassportApplication.declaration("DIPLOMA", Pictures.jpeg()),
                PassportApplication.declaration("MARRIAGE_BOOK", Pictures.jpeg()),
                Map.of("kind", "FAMILY_CARD")));

    assertThat(answer.pointers())
        .containsExactlyInAnyOrder("/0/size", "/2/kind", "/3/contentType", "/3/size", "/3/sha256");
    assertThat(application.declaresWrongly(List.of()).pointers()).containsExactly("");
    assertThat(application.events()).containsExactly("REGISTERED");
  }

  @Test
  void takes_no_empty_file() {
    Map<String, Object> declaration =
        new HashMap<>(PassportApplication.declaration("ID_CARD", Pictures.jpeg()));
    declaration.put("size", 0);

    assertThat(draft().declaresWrongly(declaration).pointers()).containsExactly("/size");
  }

  // ---- What the store itself refuses ----

  @Test
  void the_store_refuses_a_body_of_another_length() {
    DeclaredFile declared = draft().declares("ID_CARD", Pictures.jpeg());
    byte[] longer = Arrays.copyOf(Pictures.jpeg().bytes(), Pictures.jpeg().bytes().length + 1);
    byte[] shorter = Pictures.jpeg().cutBy(1).bytes();

    assertThat(declared.upload(longer)).isNotEqualTo(200);
    assertThat(declared.upload(shorter)).isNotEqualTo(200);
  }

  @Test
  void the_store_refuses_other_bytes_of_the_same_length() {
    DeclaredFile declared = draft().declares("ID_CARD", Pictures.jpeg());
    byte[] other = Pictures.jpeg().bytes();
    other[other.length / 2] ^= 1;

    assertThat(declared.upload(other)).isBetween(400, 499);
  }

  @Test
  void the_store_refuses_another_content_type() {
    DeclaredFile declared = draft().declares("ID_CARD", Pictures.jpeg());

    assertThat(declared.withHeader("Content-Type", "image/png").upload(Pictures.jpeg().bytes()))
        .isEqualTo(403);
  }

  @Test
  void the_store_refuses_an_upload_without_one_of_the_signed_headers() {
    DeclaredFile declared = draft().declares("ID_CARD", Pictures.jpeg());

    List<String> signed =
        declared.headers().keySet().stream()
            .filter(name -> !name.equalsIgnoreCase("content-length"))
            .filter(name -> !name.equalsIgnoreCase("host"))
            .toList();
    assertThat(signed).hasSizeGreaterThanOrEqualTo(4);
    for (String header : signed) {
      assertThat(declared.withoutHeader(header).upload(Pictures.jpeg().bytes()))
          .as(header)
          .isBetween(400, 499);
    }
    assertThat(declared.upload(Pictures.jpeg().bytes())).isEqualTo(200);
  }

  @Test
  void the_store_refuses_another_place_and_a_longer_life_of_the_url() {
    DeclaredFile declared = draft().declares("ID_CARD", Pictures.jpeg());
    byte[] bytes = Pictures.jpeg().bytes();

    assertThat(declared.withUrl("incoming/", "documents/").upload(bytes)).isEqualTo(403);
    assertThat(declared.withUrl("X-Amz-Expires=\\d+", "X-Amz-Expires=86400").upload(bytes))
        .isEqualTo(403);
    assertThat(declared.withUrl("X-Amz-Signature=.", "X-Amz-Signature=").upload(bytes))
        .isBetween(400, 499);
  }

  @Test
  @Needs({Ability.FAULTS, Ability.MOVABLE_CLOCK})
  void the_store_says_412_while_the_file_that_has_arrived_waits_for_its_verification() {
    PassportApplication application = draft();
    Broken verification =
        stack.sandbox().breaks(Step.of("VerificationFunction", "dynamodb", "GetItem"), Fault.ERROR);
    DeclaredFile declared = application.uploads("ID_CARD", Pictures.jpeg());

    assertThat(declared.upload(Pictures.jpeg().bytes())).isEqualTo(412);

    soon(() -> assertThat(verification.hits()).isPositive());
    stack.sandbox().repair();
    soon(
        () -> {
          stack.sandbox().letPass(UNTIL_TRIED_AGAIN);
          assertThat(statusOf(application, declared)).isEqualTo("VERIFIED");
        });
  }

  // ---- What the verification refuses ----

  static Stream<Arguments> unsoundFiles() {
    return Stream.of(
        Arguments.of(
            "a PNG declared as JPEG", Pictures.png().declaredAs("image/jpeg"), "OTHER_TYPE"),
        Arguments.of(
            "a JPEG declared as PDF", Pictures.jpeg().declaredAs("application/pdf"), "OTHER_TYPE"),
        Arguments.of("text declared as PDF", PdfFiles.plainText(), "OTHER_TYPE"),
        Arguments.of("a JPEG cut off", Pictures.jpegCutOff(), "IMAGE_BROKEN"),
        Arguments.of("a PNG cut off", Pictures.pngCutOff(), "IMAGE_BROKEN"),
        Arguments.of("a picture of one pixel", Pictures.onePixel(), "IMAGE_TOO_SMALL"),
        Arguments.of("400 million pixels", Pictures.pixelBomb(), "IMAGE_TOO_LARGE"),
        Arguments.of("a PDF with a script", PdfFiles.withScript(), "PDF_ACTIVE"),
        Arguments.of("a PDF with an endless table", PdfFiles.endlessTable(), "PDF_BROKEN"),
        Arguments.of("a JPEG without dimensions", Pictures.jpegWithoutDimensions(), "IMAGE_BROKEN"),
        Arguments.of("a PNG without its header", Pictures.pngWithoutItsHeader(), "IMAGE_BROKEN"),
        Arguments.of("an encrypted PDF", PdfFiles.encrypted(), "PDF_ENCRYPTED"),
        Arguments.of("a PDF without pages", PdfFiles.withoutPages(), "PDF_WITHOUT_PAGE"),
        Arguments.of("a PDF that is only a header", PdfFiles.headerAlone(), "PDF_"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsoundFiles")
  void rejects_with_a_reason_that_a_person_understands(
      String what, UploadedFile file, String reason) {
    PassportApplication application = draft();

    DeclaredFile declared = application.uploads("ID_CARD", file);

    soon(() -> assertThat(statusOf(application, declared)).as(what).isEqualTo("REJECTED"));
    JsonPath inIndonesian = application.document(declared);
    JsonPath inEnglish = application.inEnglish().document(declared);
    assertThat(inEnglish.getString("reason.code")).startsWith(reason);
    assertThat(inEnglish.getString("reason.detail"))
        .isNotBlank()
        .isNotEqualTo(inIndonesian.getString("reason.detail"));
    assertThat(inEnglish.getString("download")).isNull();
    assertThat(application.look().getString("documents.find { it.kind == 'ID_CARD' }.status"))
        .isEqualTo("REJECTED");

    application.uploads("ID_CARD", Pictures.jpeg());
    soon(() -> assertThat(verifiedPapers(application)).containsExactly("ID_CARD"));
  }

  // ---- The store's events ----

  @Test
  void an_upload_event_that_comes_twice_does_no_harm() {
    PassportApplication application = draft();
    DeclaredFile declared = application.uploads("ID_CARD", Pictures.jpeg());
    soon(() -> assertThat(statusOf(application, declared)).isEqualTo("VERIFIED"));
    int version = application.version();

    stack.sandbox().send("UploadQueue", uploadEvent(declared, declared.key()), 2);
    proves_that_later_events_are_handled();

    assertThat(statusOf(application, declared)).isEqualTo("VERIFIED");
    assertThat(application.version()).isEqualTo(version);
  }

  @Test
  void an_upload_event_for_an_unknown_key_does_no_harm() {
    DeclaredFile declared = draft().declares("ID_CARD", Pictures.jpeg());

    stack.sandbox().send("UploadQueue", uploadEvent(declared, "incoming/nobody/nothing"), 1);
    stack.sandbox().send("UploadQueue", uploadEvent(declared, "incoming/"), 1);
    stack
        .sandbox()
        .send("UploadQueue", Json.text(Map.of("Service", "Amazon S3", "Event", "s3:TestEvent")), 1);

    proves_that_later_events_are_handled();
  }

  @Test
  void an_upload_event_before_the_file_does_no_harm() {
    PassportApplication application = draft();
    DeclaredFile declared = application.declares("ID_CARD", Pictures.jpeg());

    stack.sandbox().send("UploadQueue", uploadEvent(declared, declared.key()), 1);
    proves_that_later_events_are_handled();

    assertThat(statusOf(application, declared)).isEqualTo("AWAITING_UPLOAD");
    assertThat(declared.upload(Pictures.jpeg().bytes())).isEqualTo(200);
    soon(() -> assertThat(statusOf(application, declared)).isEqualTo("VERIFIED"));
  }

  private void proves_that_later_events_are_handled() {
    PassportApplication later = draft();
    later.uploads("ID_CARD", Pictures.jpeg());
    soon(() -> assertThat(verifiedPapers(later)).containsExactly("ID_CARD"));
  }

  private PassportApplication draft() {
    return stack.applicant("siti").registers(Person.adult());
  }

  private static String statusOf(PassportApplication application, DeclaredFile file) {
    return application.document(file).getString("status");
  }

  private static List<String> verifiedPapers(PassportApplication application) {
    return application
        .look()
        .getList("documents.findAll { it.status == 'VERIFIED' }.kind", String.class);
  }

  private static String uploadEvent(DeclaredFile file, String key) {
    String path = file.url().getPath();
    String bucket = path.substring(1, path.indexOf("/incoming/"));
    return Json.text(
        Map.of(
            "Records",
            List.of(
                Map.of(
                    "eventSource", "aws:s3",
                    "eventName", "ObjectCreated:Put",
                    "s3",
                        Map.of(
                            "bucket", Map.of("name", bucket),
                            "object", Map.of("key", key, "size", 1))))));
  }

  @Test
  void gives_one_paper_so_many_addresses_and_says_when_there_are_more() {
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    Answer answer = application.triesToDeclare("ID_CARD", Pictures.jpeg());
    for (int i = 0; i < 70 && answer.status() == 201; i++) {
      answer = application.triesToDeclare("ID_CARD", Pictures.jpeg());
    }

    answer.refused(429, "too-many-requests");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 600);
    application.declares("FAMILY_CARD", Pictures.jpeg());
  }
}
