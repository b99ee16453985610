package id.antrean.counter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What Secrets Manager asks of a function that rotates. Of which secret a version is, is told by
 * the version: another secret has none of that name.
 *
 * @param version that is to become the current one
 * @param step as Secrets Manager calls it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RotationRequest(
    @JsonProperty("ClientRequestToken") String version, @JsonProperty("Step") String step) {}
