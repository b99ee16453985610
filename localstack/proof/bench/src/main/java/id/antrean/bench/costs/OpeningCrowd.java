package id.antrean.bench.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * An opening as the bench's kept baseline has it.
 *
 * @param callsOfALoser of the store, on average
 * @param refusedClaims write units of those whom the store refused
 */
record OpeningCrowd(
    BigDecimal arrivals, BigDecimal seats, BigDecimal callsOfALoser, BigDecimal refusedClaims) {

  static OpeningCrowd read(Path baseline) {
    JsonNode kept;
    try {
      kept = new ObjectMapper().readTree(baseline.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode plan = kept.path("plan");
    JsonNode figures = kept.path("figures");
    return new OpeningCrowd(
        BigDecimal.valueOf(plan.path("arrivals").asLong()),
        BigDecimal.valueOf(plan.path("offices").asLong() * plan.path("seatsPerOffice").asLong()),
        figure(figures, "open.calls.loser"),
        figure(figures, "open.asked").multiply(figure(figures, "cost.asked.claim")));
  }

  private static BigDecimal figure(JsonNode figures, String key) {
    return new BigDecimal(figures.path(key).asText());
  }
}
