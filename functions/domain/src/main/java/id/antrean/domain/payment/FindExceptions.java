package id.antrean.domain.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices that a person has to look at, the oldest first. */
public interface FindExceptions {
  /**
   * Where a page ended.
   *
   * @param receivedAt when the last notice on it came
   */
  record Place(Instant receivedAt, NoticeId notice) {}

  /**
   * Some of them.
   *
   * @param next null on the last page
   */
  record Page(List<NoticeId> items, @Nullable Place next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  Page open(int limit, @Nullable Place after);
}
