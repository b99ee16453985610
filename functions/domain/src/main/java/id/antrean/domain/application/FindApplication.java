package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds one application, as it stands now. */
public interface FindApplication {

  /** Strongly consistent: sees every write that was answered before. */
  Optional<Application> find(ApplicationId id);

  /** Lists of applications; they may lag a moment behind. */
  interface Lists {

    /** An account's own, newest first. {@code cursor} is the former page's, null for the first. */
    Page ofAccount(String account, int limit, @Nullable String cursor);

    /** Everybody who has a seat at an office on a day, in the order of the day. */
    Page onDay(OfficeId office, LocalDate day, int limit, @Nullable String cursor);

    /**
     * Applications whose unpaid hold is past {@code moment}: all of them, read as they are asked
     * for, since after a long trouble there may be more than a process can hold.
     */
    Stream<Application> overdue(Instant moment);
  }

  /** One page of a list and where the next begins; null when this is the last. */
  record Page(List<Application> items, @Nullable String nextCursor) {}

  /** A cursor that is not one of ours. */
  final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
