package id.antrean.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;

/** An answer of the API, already held against the contract. */
public record Answer(Response response) {

  public int status() {
    return response.statusCode();
  }

  /** The body of a success; anything else fails the test. */
  public JsonPath accepted() {
    assertThat(status()).as(response.asString()).isBetween(200, 299);
    return response.jsonPath();
  }

  /** The problem of a refusal of this kind; anything else fails the test. */
  public JsonPath refused(int status, String type) {
    assertThat(status()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(type()).as(response.asString()).isEqualTo("/problems/" + type);
    return response.jsonPath();
  }

  /** The problem's type without its prefix, or the empty text for an answer that is none. */
  public String problem() {
    return status() < 400 ? "" : type().replace("/problems/", "");
  }

  /** The pointers of a refusal as invalid, in the order told. */
  public List<String> pointers() {
    return refused(400, "validation").getList("errors.pointer", String.class);
  }

  public String header(String name) {
    return response.header(name);
  }

  private String type() {
    return response.jsonPath().getString("type");
  }
}
