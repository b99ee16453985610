package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds one application, as it stands now. */
public interface FindApplication {

  /** Strongly consistent: sees every write that was answered before. */
  Optional<Application> find(ApplicationId id);

  /** An account's applications. */
  interface Lists {

    /**
     * Newest first, each as it stands now; one that was registered this very moment may be missing.
     *
     * @param cursor the former page's, null for the first
     */
    Page ofAccount(String account, int limit, @Nullable String cursor);
  }

  /** One page of a list and where the next begins; null when this is the last. */
  record Page(List<Application> items, @Nullable String nextCursor) {}

  /** A cursor that is not one of ours. */
  final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
