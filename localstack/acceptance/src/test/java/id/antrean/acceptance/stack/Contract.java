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
  /** Holds both the request and its answer against the contract. */
  static final Filter REQUEST_AND_ANSWER = filter(LevelResolver.create().build());

  /** For requests that are wrong on purpose: their answers are held against the contract alike. */
  static final Filter ANSWER_ALONE =
      filter(LevelResolver.create().withLevel("validation.request", Level.IGNORE).build());

  private Contract() {}

  private static Filter filter(LevelResolver levels) {
    return new OpenApiValidationFilter(
        OpenApiInteractionValidator.createForSpecificationUrl(file().toUri().toString())
            .withLevelResolver(levels)
            .build());
  }

  private static Path file() {
    return Project.root().resolve("infra/openapi.yaml");
  }
}
