package id.antrean.offices;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event, of which only its id matters here.
 *
 * @param id of the run, for items and logs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduledRun(String id) {

  public ScheduledRun(@Nullable String id) {
    this.id = Objects.requireNonNullElse(id, "none");
  }
}
