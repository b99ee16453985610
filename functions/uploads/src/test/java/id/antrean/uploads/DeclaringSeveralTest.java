package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.uploads.House.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several papers in one request: all of them or none, and answered as they were sent. */
class DeclaringSeveralTest {
  private static final Map<String, String> KEY = Map.of("Idempotency-Key", "key-0001");
  private static final String CARD = House.declaration("ID_CARD", "image/jpeg", "a card");
  private static final String FAMILY = House.declaration("FAMILY_CARD", "image/jpeg", "a family");
  private static final String DIPLOMA = House.declaration("DIPLOMA", "image/jpeg", "a diploma");

  private final House house = new House();

  private Reply declare(Map<String, String> headers, String... declarations) {
    return body(Stream.of(declarations).collect(Collectors.joining(",", "[", "]")), headers);
  }

  private Reply body(String body, Map<String, String> headers) {
    return house.call(
        "siti",
        "POST",
        "/applications/{id}/documents",
        Map.of("id", House.ID.value()),
        body,
        headers);
  }

  private static List<String> texts(Reply reply, String name) {
    List<String> texts = new ArrayList<>();
    reply.json().forEach(item -> texts.add(item.path(name).asText()));
    return texts;
  }

  private static List<DocumentKind> kinds(Application application) {
    return application.dossier().documents().stream().map(Document::kind).toList();
  }

  @Test
  void eachIsAnsweredInItsPlaceWithAnAddressOfItsOwn() {
    Reply reply = declare(Map.of(), FAMILY, CARD, DIPLOMA);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers()).containsEntry("Location", "/v1/applications/" + House.ID);
    assertThat(texts(reply, "kind")).containsExactly("FAMILY_CARD", "ID_CARD", "DIPLOMA");
    assertThat(texts(reply, "status")).containsOnly("AWAITING_UPLOAD");
    List<String> urls = new ArrayList<>();
    reply.json().forEach(item -> urls.add(item.at("/upload/url").asText()));
    assertThat(urls)
        .containsExactlyElementsOf(
            texts(reply, "id").stream().map(id -> "https://store/incoming/" + id).toList());
    assertThat(house.application().dossier().documents())
        .extracting(it -> it.id().value())
        .containsExactlyElementsOf(texts(reply, "id"));
  }

  @Test
  void togetherTheyAreOneStepThatNotesEach() {
    int version = house.application().version();

    declare(Map.of(), CARD, FAMILY, DIPLOMA);

    assertThat(house.application().version()).isEqualTo(version + 1);
    assertThat(house.application().timeline().recent())
        .extracting(TimelineEntry::event)
        .containsExactly(
            new Event.Registered(),
            new Event.DocumentDeclared(DocumentKind.ID_CARD),
            new Event.DocumentDeclared(DocumentKind.FAMILY_CARD),
            new Event.DocumentDeclared(DocumentKind.DIPLOMA));
  }

  @Test
  void aListOfOneIsAnsweredAsAList() {
    Reply reply = declare(Map.of(), CARD);

    assertThat(reply.json().isArray()).isTrue();
    assertThat(texts(reply, "kind")).containsExactly("ID_CARD");
  }

  @Test
  void everyFaultOfAnyOfThemIsToldAtOnceAndNothingIsDeclared() {
    Reply reply =
        declare(
            Map.of("Idempotency-Key", "short"),
            CARD.replace("\"size\":6", "\"size\":0"),
            "7",
            FAMILY.replace("image/jpeg", "image/gif").replace("}", ",\"more\":1}"),
            "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/header/Idempotency-Key",
            "/0/size",
            "/1",
            "/2/contentType",
            "/2/more",
            "/3/kind",
            "/3/contentType",
            "/3/size",
            "/3/sha256");
    assertThat(house.application().dossier().documents()).isEmpty();
  }

  @Test
  void aPaperIsNamedOnce() {
    Reply kind = declare(Map.of(), CARD, FAMILY, CARD);
    Reply paper =
        declare(
            Map.of(), DIPLOMA, House.declaration("MARRIAGE_BOOK", "image/jpeg", "a book"), FAMILY);

    assertThat(kind.pointers()).containsExactly("/2/kind");
    assertThat(paper.pointers()).containsExactly("/1/kind");
    assertThat(house.application().dossier().documents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", ""})
  void whatIsNeitherOneNorAListOfSomeIsAFaultOfTheBody(String body) {
    Reply reply = body(body, Map.of());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("");
  }

  @Test
  void thereAreNoMoreThanThereAreKinds() {
    String[] many = Stream.generate(() -> CARD).limit(11).toArray(String[]::new);

    assertThat(declare(Map.of(), many).pointers()).containsExactly("");
  }

  @Test
  void whatIsThereAlreadyStaysAsItIs() {
    String card = house.upload("ID_CARD", "a card");
    String family = house.declare("FAMILY_CARD", "another family").id();
    int version = house.application().version();

    Reply reply = declare(Map.of(), CARD, FAMILY, DIPLOMA);

    assertThat(texts(reply, "status"))
        .containsExactly("VERIFIED", "AWAITING_UPLOAD", "AWAITING_UPLOAD");
    assertThat(texts(reply, "id").getFirst()).isEqualTo(card);
    assertThat(texts(reply, "id")).doesNotContain(family);
    assertThat(kinds(house.application()))
        .containsExactly(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD, DocumentKind.DIPLOMA);
    assertThat(house.application().version()).isEqualTo(version + 1);

    assertThat(texts(declare(Map.of(), CARD, FAMILY, DIPLOMA), "id")).isEqualTo(texts(reply, "id"));
    assertThat(house.application().version()).isEqualTo(version + 1);
  }

  @Test
  void everyFormerFileThatGivesWayIsThrownAway() {
    String card = house.upload("ID_CARD", "an old card");
    String book = house.upload("MARRIAGE_BOOK", "a book");

    declare(Map.of(), CARD, DIPLOMA);

    assertThat(house.files.kept).doesNotContainKeys(new DocumentId(card), new DocumentId(book));
    assertThat(kinds(house.application()))
        .containsExactly(DocumentKind.ID_CARD, DocumentKind.DIPLOMA);
  }

  @Test
  void oneKeyIsForTheWholeRequest() {
    Reply first = declare(KEY, CARD, FAMILY);

    assertThat(declare(KEY, CARD, FAMILY).body()).isEqualTo(first.body());
    assertThat(declare(KEY, FAMILY, CARD).status()).isEqualTo(422);
    assertThat(declare(KEY, CARD).status()).isEqualTo(422);
    assertThat(body(CARD, KEY).status()).as("one is no list").isEqualTo(422);
    assertThat(house.application().version()).isEqualTo(2);
  }

  @Test
  void aRepeatShowsWhatHasBecomeOfEach() {
    List<String> ids = texts(declare(KEY, CARD, FAMILY, DIPLOMA), "id");
    house.arrive(ids.get(0), "a card");
    house.verify(ids.get(0));
    house.remove(ids.get(1), Map.of());
    int version = house.application().version();

    Reply again = declare(KEY, CARD, FAMILY, DIPLOMA);

    assertThat(texts(again, "id")).isEqualTo(ids);
    assertThat(texts(again, "status")).containsExactly("VERIFIED", "REMOVED", "AWAITING_UPLOAD");
    JsonNode removed = again.json().get(1);
    assertThat(removed.path("upload").isNull()).isTrue();
    assertThat(house.application().version()).isEqualTo(version);
  }

  @Test
  void ofTwoRequestsUnderOneKeyOneDeclares() {
    house.faults.before("save", () -> declare(KEY, CARD, FAMILY));

    Reply late = declare(KEY, CARD, FAMILY);

    assertThat(late.status()).isEqualTo(201);
    assertThat(house.application().dossier().documents())
        .extracting(it -> it.id().value())
        .containsExactlyElementsOf(texts(late, "id"));
  }

  /** Of a paper that was asked for too often the others do not get one either. */
  @Test
  void eachSpendsItsOwnPapersAllowanceAndOneThatHasNoneLeftHoldsAllBack() {
    for (int i = 0; i < 30; i++) {
      assertThat(declare(Map.of(), CARD, FAMILY).status()).isEqualTo(201);
    }
    int version = house.application().version();

    Reply refused = declare(Map.of(), DIPLOMA, CARD);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(house.application().version()).isEqualTo(version);
    assertThat(declare(Map.of(), DIPLOMA).status()).isEqualTo(201);
  }

  @Test
  void lockedPapersAreLockedTogether() {
    house.world.has(house.application().cancel(House.SITI, house.world.time.instant()));

    Reply locked = declare(Map.of(), CARD, FAMILY);

    assertThat(locked.status()).isEqualTo(409);
    assertThat(locked.json().path("type").asText()).isEqualTo("/problems/locked");
  }
}
