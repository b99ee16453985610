package id.antrean.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event, of which only its id matters here.
 *
 * @param id of the run, for items and logs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduledRun(String id) {

  public ScheduledRun(@Nullable String id) {
    // Run by hand it may have none, and every item and entry has to name its cause.
    this.id = id == null ? UUID.randomUUID().toString() : id;
  }
}
