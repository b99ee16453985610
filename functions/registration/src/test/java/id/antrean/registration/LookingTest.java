package id.antrean.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.registration.House.Reply;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookingTest {
  private final House house = new House();

  @Test
  void anothersApplicationIsNotFoundWhateverIsDoneWithIt() {
    String id = house.register(Forms.SITI).id();

    assertThat(house.call("budi", "GET", "/applications/{id}", id).status()).isEqualTo(404);
    assertThat(house.call("budi", "GET", "/applications/{id}/timeline", id).status())
        .isEqualTo(404);
    assertThat(house.call("budi", "DELETE", "/applications/{id}", id).status()).isEqualTo(404);
    assertThat(house.call("budi", "PATCH", "/applications/{id}", id, "{}", Map.of()).status())
        .isEqualTo(404);
    assertThat(house.call("siti", "GET", "/applications/{id}", "no-such").status()).isEqualTo(404);
    assertThat(house.call("siti", "GET", "/applications/{id}", id).status()).isEqualTo(200);
  }

  @Test
  void aListIsReadPageByPageNewestFirst() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(house.register(Forms.SITI).id());
      house.world.pass(Duration.ofSeconds(1));
    }

    List<String> read = new ArrayList<>();
    Map<String, String> page = Map.of("?limit", "2");
    for (int pages = 0; pages < 3; pages++) {
      Reply reply = house.call("siti", "GET", "/applications", null, null, page);
      reply.json().path("items").forEach(item -> read.add(item.path("id").asText()));
      page = Map.of("?limit", "2", "?cursor", reply.json().path("nextCursor").asText());
    }

    assertThat(read).isEqualTo(made);
  }

  @Test
  void aWrongLimitAndAWrongCursorAreToldTogether() {
    Reply reply =
        house.call(
            "siti", "GET", "/applications", null, null, Map.of("?limit", "0", "?cursor", "x"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/query/limit", "/query/cursor");
  }

  @Test
  void aLongTimelineIsReadToItsEndWhereverItsEntriesStand() {
    String id = house.register(Forms.SITI).id();
    List<String> expected = new ArrayList<>(List.of(house.world.time.instant().toString()));
    for (int corrections = 0; corrections < 90; corrections++) {
      house.world.pass(Duration.ofSeconds(1));
      expected.add(house.world.time.instant().toString());
      house.correct(id, "{\"applicant\":{\"phone\":\"+62812000%05d\"}}".formatted(corrections));
    }

    for (int limit : List.of(7, 16, 40, 100)) {
      List<String> read = new ArrayList<>();
      String cursor = "";
      do {
        Map<String, String> page =
            cursor.isEmpty()
                ? Map.of("?limit", "" + limit)
                : Map.of("?limit", "" + limit, "?cursor", cursor);
        Reply reply = house.call("siti", "GET", "/applications/{id}/timeline", id, null, page);
        reply
            .json()
            .path("items")
            .forEach(
                item ->
                    read.add(
                        OffsetDateTime.parse(item.path("at").asText()).toInstant().toString()));
        cursor = reply.json().path("nextCursor").asText("");
      } while (!cursor.isEmpty() && !cursor.equals("null"));
      assertThat(read).as("by %s", limit).isEqualTo(expected);
    }
  }

  @Test
  void aTimelineIsReadInPagesInTheReadersLanguage() {
    String id = house.register(Forms.SITI).id();
    house.correct(id, "{\"applicant\":{\"phone\":\"+6281200000009\"}}");
    String timeline = "/applications/{id}/timeline";

    Reply first = house.call("siti", "GET", timeline, id, null, Map.of("?limit", "1"));
    Reply second =
        house.call(
            "siti",
            "GET",
            timeline,
            id,
            null,
            Map.of("?cursor", first.json().path("nextCursor").asText(), "Accept-Language", "id"));

    assertThat(first.json().at("/items/0/detail").asText()).isEqualTo("The application was made.");
    assertThat(second.json().at("/items/0/event").asText()).isEqualTo("CORRECTED");
    assertThat(second.json().at("/items/0/detail").asText()).isNotEqualTo("Data were corrected.");
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
    assertThat(
            house.call("siti", "GET", timeline, id, null, Map.of("?cursor", "dGltZQ")).pointers())
        .containsExactly("/query/cursor");
  }
}
