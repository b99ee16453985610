package id.antrean.domain.applicant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry's verdict as it stands on an application.
 *
 * @param differs the elements that disagree, named as in our own form
 * @param checkedAt when the registry answered; null while it has not
 */
public record Identity(IdentityVerdict verdict, List<String> differs, @Nullable Instant checkedAt) {

  public Identity {
    differs = List.copyOf(differs);
  }

  /** Not asked yet, or the registry did not answer. */
  public static Identity pending() {
    return new Identity(IdentityVerdict.PENDING, List.of(), null);
  }
}
