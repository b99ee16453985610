package id.antrean.payments;

import id.antrean.domain.payment.FindExceptions;
import id.antrean.domain.payment.FindExceptions.Place;
import id.antrean.domain.payment.NoticeId;
import id.antrean.payments.ResolveException.Exceptional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The list of what a person has to look at, the oldest first. Whose it is shows in the application,
 * so that it is followed when that goes to another office. To see it takes four reads, one after
 * the other, so a page looks through no more than fit well into a function's time, and may end
 * early.
 */
@Singleton
final class ListExceptions {
  private static final int MOST_LOOKED_AT = 100;
  private static final int AT_ONCE = 50;
  private final FindExceptions exceptions;
  private final ResolveException resolve;

  ListExceptions(FindExceptions exceptions, ResolveException resolve) {
    this.exceptions = exceptions;
    this.resolve = resolve;
  }

  /**
   * Some of them.
   *
   * @param next null on the last page
   */
  record Page(List<Exceptional> items, @Nullable Place next) {}

  Page open(Predicate<Exceptional> wanted, int limit, @Nullable Place after) {
    List<Exceptional> found = new ArrayList<>();
    Place from = after;
    int lookedAt = 0;
    do {
      FindExceptions.Page page = exceptions.open(AT_ONCE, from);
      for (NoticeId id : page.items()) {
        Optional<Exceptional> exceptional = resolve.find(id);
        lookedAt++;
        if (exceptional.filter(wanted).isPresent()) {
          found.add(exceptional.get());
        }
        if (exceptional.isPresent() && found.size() == limit) {
          boolean last = page.next() == null && id.equals(page.items().getLast());
          return new Page(
              found, last ? null : new Place(exceptional.get().notice().receivedAt(), id));
        }
      }
      from = page.next();
    } while (from != null && lookedAt < MOST_LOOKED_AT);
    return new Page(found, from);
  }
}
