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
  private static final String STAGE = "/v1";

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
  private final Contract contract;

  Api(URI stack) {
    this.stack = stack;
    this.contract = new Contract(stack.getPath() + STAGE);
  }

  /** Where it is, with the stage. */
  public URI base() {
    return URI.create(stack + STAGE);
  }

  /** A request that keeps to the contract, with this token. */
  public RequestSpecification as(Token token) {
    return token.on(request(contract.requestAndAnswer()));
  }

  /** A request that breaks the contract on purpose, with this token. */
  public RequestSpecification wronglyAs(Token token) {
    return token.on(request(contract.answerAlone()));
  }

  /** A request to a place that the contract does not know. */
  public RequestSpecification outsideTheContract() {
    return given().config(EXACTLY_AS_WRITTEN).baseUri(stack.toString());
  }

  private RequestSpecification request(Filter filter) {
    return given()
        .config(EXACTLY_AS_WRITTEN)
        .baseUri(stack.toString())
        .basePath(STAGE)
        .filter(filter);
  }
}
