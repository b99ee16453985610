package id.antrean.acceptance.stack;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.RestAssuredConfig.newConfig;

import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests to the API, all under {@code /v1}. */
public final class Api {
  private static final RestAssuredConfig EXACTLY_AS_WRITTEN =
      newConfig()
          .decoderConfig(decoderConfig().defaultContentCharset(StandardCharsets.UTF_8))
          .encoderConfig(
              encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .defaultContentCharset(StandardCharsets.UTF_8)
                  .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)
                  .encodeContentTypeAs("application/json", ContentType.TEXT));

  private final URI stack;

  Api(URI stack) {
    this.stack = stack;
  }

  /** A request that keeps to the contract, with this token. */
  public RequestSpecification as(Token token) {
    return token.on(request(Contract.REQUEST_AND_ANSWER));
  }

  /** A request that breaks the contract on purpose, with this token. */
  public RequestSpecification wronglyAs(Token token) {
    return token.on(request(Contract.ANSWER_ALONE));
  }

  /** A request to a place that the contract does not know. */
  public RequestSpecification outsideTheContract() {
    return given().config(EXACTLY_AS_WRITTEN).baseUri(stack.toString());
  }

  private RequestSpecification request(Filter contract) {
    return given()
        .config(EXACTLY_AS_WRITTEN)
        .baseUri(stack.toString())
        .basePath("/v1")
        .filter(contract);
  }
}
