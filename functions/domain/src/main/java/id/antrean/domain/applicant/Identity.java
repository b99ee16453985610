package id.antrean.domain.applicant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry's verdict as it stands on an application.
 *
 * @param differs the elements that disagree, named as in our own form
 * @param checkedAt when the registry answered; null while it has not
 * @param openSince the request that left the question open; null where none is, or where it was not
 *     written down
 */
public record Identity(
    IdentityVerdict verdict,
    List<String> differs,
    @Nullable Instant checkedAt,
    @Nullable String openSince) {

  public Identity {
    differs = List.copyOf(differs);
  }

  public Identity(IdentityVerdict verdict, List<String> differs, @Nullable Instant checkedAt) {
    this(verdict, differs, checkedAt, null);
  }

  /** Not asked yet, or the registry did not answer. */
  public static Identity pending() {
    return new Identity(IdentityVerdict.PENDING, List.of(), null);
  }

  /**
   * The same, and if it is open, by that request. Its reminders are the ones that ask again; those
   * of the requests before it are done.
   */
  public Identity openedBy(String requestId) {
    return verdict == IdentityVerdict.PENDING
        ? new Identity(verdict, differs, checkedAt, requestId)
        : this;
  }

  /** Whether a reminder of that request is the one to ask again. */
  public boolean isOpenSince(String requestId) {
    return verdict == IdentityVerdict.PENDING && (openSince == null || openSince.equals(requestId));
  }
}
