package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.document.DocumentId;
import id.antrean.uploads.House.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document as its applicant sees it, and what becomes of it when they take it back. */
class ShowingADocumentTest {
  private final House house = new House();

  @Test
  void itIsShownAsItWasDeclaredWithAnAddressToReadIt() {
    String id = house.upload("ID_CARD", "a card");

    Reply reply = house.one(id);

    JsonNode view = reply.json();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(view.path("id").textValue()).isEqualTo(id);
    assertThat(view.path("kind").textValue()).isEqualTo("ID_CARD");
    assertThat(view.path("contentType").textValue()).isEqualTo("image/jpeg");
    assertThat(view.path("size").longValue()).isEqualTo(6);
    assertThat(view.path("reason").isNull()).isTrue();
    assertThat(view.at("/download/method").textValue()).isEqualTo("GET");
    assertThat(view.at("/download/expiresAt").textValue()).isEqualTo("2026-11-23T09:05:00+07:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-id", "BBBBBBBBBBBBBBBB"})
  void whatIsNotThereIsNotFound(String id) {
    assertThat(house.one(id).status()).isEqualTo(404);
  }

  @Test
  void inAnApplicationThatCannotBeNothingIsFound() {
    String id = house.upload("ID_CARD", "a card");

    for (String method : new String[] {"GET", "DELETE"}) {
      assertThat(
              house
                  .call(
                      "siti",
                      method,
                      "/applications/{id}/documents/{documentId}",
                      Map.of("id", "short", "documentId", id),
                      null,
                      Map.of())
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void itIsTakenBackOnlyWhileTheApplicationIsOpen() {
    String id = house.upload("ID_CARD", "a card");
    house.world.has(house.application().cancel(House.SITI, house.world.time.instant()));

    Reply reply = house.remove(id, Map.of());

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().path("type").textValue()).isEqualTo("/problems/locked");
    assertThat(house.files.kept).containsKey(new DocumentId(id));
  }

  @Test
  void takingItBackNamesAVersionThatCanBeOrIsAFault() {
    String id = house.upload("ID_CARD", "a card");

    Reply reply = house.remove(id, Map.of("If-Match", "3"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/header/If-Match");
    String present = "\"" + house.application().revision() + "\"";
    assertThat(house.remove(id, Map.of("If-Match", present)).status()).isEqualTo(204);
  }

  @Test
  void whatACrashLeftOfAFileThatWasTakenBackIsThrownAwayByTheRepeat() {
    String id = house.upload("ID_CARD", "a card");
    house.remove(id, Map.of());
    house.files.kept.put(new DocumentId(id), "a card".getBytes(StandardCharsets.UTF_8));

    assertThat(house.remove(id, Map.of()).status()).isEqualTo(204);
    assertThat(house.files.kept).isEmpty();
  }
}
