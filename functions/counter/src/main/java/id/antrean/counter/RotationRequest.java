package id.antrean.counter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Secrets Manager asks of a function that rotates. Of which secret a version is, is told by
 * the version: another secret has none of that name.
 *
 * @param version that is to become the current one
 * @param step as Secrets Manager calls it; empty in an event that only starts the function
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RotationRequest(
    @JsonProperty("ClientRequestToken") String version, @JsonProperty("Step") String step) {

  public RotationRequest(@Nullable String version, @Nullable String step) {
    this.version = version == null ? "" : version;
    this.step = step == null ? "" : step;
  }

  boolean onlyStarts() {
    return version.isEmpty() && step.isEmpty();
  }
}
