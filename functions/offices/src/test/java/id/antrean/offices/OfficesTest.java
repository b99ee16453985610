package id.antrean.offices;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.offices.OfficesAt.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfficesTest {
  private final OfficesAt offices = new OfficesAt("2026-12-02T05:00:00Z");

  private Reply list(Map<String, String> query) {
    return offices.get("/offices", Map.of(), query, "");
  }

  @Test
  void everybodySeesEveryOffice() {
    Reply reply = list(Map.of());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("items")).hasSize(2);
    assertThat(reply.body().path("nextCursor").isNull()).isTrue();
    assertThat(reply.headers()).containsEntry("Cache-Control", "public, max-age=600");
  }

  @Test
  void pagesFollowEachOther() {
    Reply first = list(Map.of("limit", "1"));
    String cursor = first.body().path("nextCursor").asText();
    Reply second = list(Map.of("limit", "1", "cursor", cursor));

    assertThat(first.body().path("items").path(0).path("id").asText()).isEqualTo("CLG");
    assertThat(second.body().path("items").path(0).path("id").asText()).isEqualTo("JAP");
    assertThat(second.body().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void badPagesAreFaultsToldAtOnce() {
    assertThat(list(Map.of("limit", "0", "cursor", "?")).pointers())
        .containsExactly("/query/limit", "/query/cursor");
  }

  @Test
  void oneOfficeIsFoundByItsCode() {
    Reply found = offices.get("/offices/{officeId}", Map.of("officeId", "JAP"), Map.of(), "");
    Reply unknown = offices.get("/offices/{officeId}", Map.of("officeId", "XYZ"), Map.of(), "");

    assertThat(found.body().path("zone").asText()).isEqualTo("Asia/Jayapura");
    assertThat(found.body().path("location").path("latitude").asDouble()).isEqualTo(-6.0169);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body().path("type").asText()).isEqualTo("/problems/not-found");
  }
}
