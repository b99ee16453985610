package id.antrean.acceptance.people;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.files.UploadedFile;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Token;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One application, as the bearer of a token uses it. {@code tries…} gives whatever the API answers;
 * the other verbs expect success.
 */
public final class PassportApplication {
  private static final String ONE = "/applications/{id}";
  private static final String BOOKING = ONE + "/booking";
  private static final String DOCUMENTS = ONE + "/documents";
  private static final String DOCUMENT = DOCUMENTS + "/{documentId}";

  private final Api api;
  private final Token token;
  private final String id;
  private final Map<String, String> headers;

  PassportApplication(Api api, Token token, String id, Map<String, String> headers) {
    this.api = api;
    this.token = token;
    this.id = id;
    this.headers = headers;
  }

  public String id() {
    return id;
  }

  /** The same application, whose requests carry this header too. */
  public PassportApplication with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new PassportApplication(api, token, id, more);
  }

  public PassportApplication inEnglish() {
    return with("Accept-Language", "en");
  }

  /** Requests that count only if the application still has this version. */
  public PassportApplication ifStill(int version) {
    return with("If-Match", "\"" + version + "\"");
  }

  /** The same application in somebody else's hands. */
  public PassportApplication usedBy(Token other) {
    return new PassportApplication(api, other, id, headers);
  }

  // ---- Looking ----

  public Answer triesToLook() {
    return new Answer(request().get(ONE));
  }

  public JsonPath look() {
    return triesToLook().accepted();
  }

  public String status() {
    return look().getString("status");
  }

  public int version() {
    return look().getInt("version");
  }

  public Answer triesToSeeBill() {
    return new Answer(request().get(ONE + "/bill"));
  }

  public JsonPath bill() {
    return triesToSeeBill().accepted();
  }

  public Answer triesToGetCode(Map<String, ?> wish) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(wish))
            .post(ONE + "/bill/payment-codes"));
  }

  /** With a wish that the contract does not know. */
  public Answer getsCodeWrongly(Map<String, ?> wish) {
    return new Answer(
        api.wronglyAs(token)
            .headers(headers)
            .pathParam("id", id)
            .contentType("application/json")
            .body(Json.text(wish))
            .post(ONE + "/bill/payment-codes"));
  }

  /** A code to pay by. */
  public JsonPath getsCode(Map<String, ?> wish) {
    return triesToGetCode(wish).accepted();
  }

  /** The live one, and what can be asked for. */
  public JsonPath codes() {
    return new Answer(request().get(ONE + "/bill/payment-codes")).accepted();
  }

  public Answer triesToCheckBill() {
    return new Answer(request().post(ONE + "/bill/check"));
  }

  public Answer triesToSeeTicket() {
    return new Answer(request().get(ONE + "/ticket"));
  }

  /** What its applicant shows at the counter. */
  public JsonPath ticket() {
    return triesToSeeTicket().accepted();
  }

  public Answer triesToSeeTimeline() {
    return triesToSeeTimeline(Map.of());
  }

  /** A page of the timeline. */
  public Answer triesToSeeTimeline(Map<String, ?> query) {
    return new Answer(request().queryParams(query).get(ONE + "/timeline"));
  }

  /** What happened, oldest first. */
  public List<String> events() {
    return triesToSeeTimeline().accepted().getList("items.event", String.class);
  }

  public void isSoon(String status) {
    soon(() -> assertThat(status()).isEqualTo(status));
  }

  // ---- Data ----

  public Answer triesToCorrect(Map<String, ?> patch) {
    return new Answer(
        request().contentType("application/merge-patch+json").body(Json.text(patch)).patch(ONE));
  }

  public Answer correctsWrongly(Map<String, ?> patch) {
    return new Answer(
        api.wronglyAs(token)
            .headers(headers)
            .pathParam("id", id)
            .contentType("application/merge-patch+json")
            .body(Json.text(patch))
            .patch(ONE));
  }

  public JsonPath corrects(Map<String, ?> patch) {
    return triesToCorrect(patch).accepted();
  }

  public Answer triesToCancel() {
    return new Answer(request().delete(ONE));
  }

  public JsonPath cancels() {
    return triesToCancel().accepted();
  }

  // ---- Documents ----

  public Answer triesToDeclare(String kind, UploadedFile file) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(declaration(kind, file)))
            .post(DOCUMENTS));
  }

  /** Declares several at once, each for a paper of its own. */
  public Answer triesToDeclareAll(List<Map<String, Object>> declarations) {
    return new Answer(
        request().contentType("application/json").body(Json.text(declarations)).post(DOCUMENTS));
  }

  /** The same of files that are all alike; the answers are places to upload them to. */
  public List<DeclaredFile> declaresAll(List<String> kinds, UploadedFile file) {
    JsonPath declared =
        triesToDeclareAll(kinds.stream().map(kind -> declaration(kind, file)).toList()).accepted();
    return IntStream.range(0, kinds.size())
        .mapToObj(i -> DeclaredFile.from(declared.setRootPath("[" + i + "]")))
        .toList();
  }

  public Answer declaresWrongly(Object declaration) {
    return new Answer(
        api.wronglyAs(token)
            .headers(headers)
            .pathParam("id", id)
            .contentType("application/json")
            .body(Json.text(declaration))
            .post(DOCUMENTS));
  }

  /** Declares a file; the answer is a place to upload it to. */
  public DeclaredFile declares(String kind, UploadedFile file) {
    return DeclaredFile.from(triesToDeclare(kind, file).accepted());
  }

  /** Declares a file and uploads it; the verification comes soon. */
  public DeclaredFile uploads(String kind, UploadedFile file) {
    DeclaredFile declared = declares(kind, file);
    assertThat(declared.upload(file.bytes())).isEqualTo(200);
    return declared;
  }

  public Answer triesToSeeDocument(String documentId) {
    return new Answer(request().pathParam("documentId", documentId).get(DOCUMENT));
  }

  public JsonPath document(DeclaredFile file) {
    return triesToSeeDocument(file.id()).accepted();
  }

  public Answer triesToTakeBack(String documentId) {
    return new Answer(request().pathParam("documentId", documentId).delete(DOCUMENT));
  }

  /** Uploads every required paper that is still missing, and waits until all are verified. */
  public PassportApplication becomesReady() {
    List<String> missing =
        look().getList("documents.findAll { it.required && it.status != 'VERIFIED' }.kind");
    UploadedFile picture = Pictures.jpeg();
    declaresAll(missing, picture)
        .forEach(file -> assertThat(file.upload(picture.bytes())).isEqualTo(200));
    isSoon("READY");
    return this;
  }

  public static Map<String, Object> declaration(String kind, UploadedFile file) {
    return Map.of(
        "kind",
        kind,
        "contentType",
        file.contentType(),
        "size",
        file.bytes().length,
        "sha256",
        file.sha256());
  }

  // ---- Booking ----

  public Answer triesToHold(String sessionId) {
    return new Answer(
        request()
            .contentType("application/json")
            .body(Json.text(Map.of("sessionId", sessionId)))
            .put(BOOKING));
  }

  public Answer triesToHold(OpenSession session) {
    return triesToHold(session.id());
  }

  public JsonPath holds(OpenSession session) {
    return triesToHold(session).accepted();
  }

  public Answer triesToGiveBack() {
    return new Answer(request().delete(BOOKING));
  }

  public JsonPath givesBack() {
    return triesToGiveBack().accepted();
  }

  private RequestSpecification request() {
    return api.as(token).headers(headers).pathParam("id", id);
  }
}
