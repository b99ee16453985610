package id.antrean.acceptance.stack;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import java.nio.file.Path;

/**
 * The contract, as filters that fail a test whose request or answer breaks it. Fields that the
 * contract does not know fail it too: what is not promised is not sent.
 */
final class Contract {
  private final Filter requestAndAnswer;
  private final Filter answerAlone;

  /**
   * @param basePath where the API begins on its host, stage included
   */
  Contract(String basePath) {
    this.requestAndAnswer = filter(basePath, LevelResolver.create().build());
    this.answerAlone =
        filter(
            basePath, LevelResolver.create().withLevel("validation.request", Level.IGNORE).build());
  }

  /** Holds both the request and its answer against the contract. */
  Filter requestAndAnswer() {
    return requestAndAnswer;
  }

  /** For requests that are wrong on purpose: their answers are held against the contract alike. */
  Filter answerAlone() {
    return answerAlone;
  }

  private static Filter filter(String basePath, LevelResolver levels) {
    return new OpenApiValidationFilter(validator(basePath, levels));
  }

  static OpenApiInteractionValidator validator(String basePath, LevelResolver levels) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(FlatContract.read(file()))
        .withBasePathOverride(basePath)
        .withLevelResolver(levels)
        .build();
  }

  static Path file() {
    return Project.root().resolve("infra/openapi.yaml");
  }
}
