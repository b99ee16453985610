package id.antrean.offices;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.FindAppointments.Page;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day's list as an officer calls people up: by session, then name. A page begins after the
 * application that ended the one before, or, if that one has left the list meanwhile, at the place
 * where it was; the cursor names no person.
 */
@Singleton
final class ListAppointments {
  private static final Comparator<Appointment> ORDER_OF_THE_DAY =
      Comparator.comparing((Appointment it) -> it.seat().session().start())
          .thenComparing(it -> it.seat().session().lane())
          .thenComparing(Appointment::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(it -> it.application().value());

  private final FindAppointments appointments;

  ListAppointments(FindAppointments appointments) {
    this.appointments = appointments;
  }

  /** Whether a text has the form of our cursors. */
  static boolean isCursor(String text) {
    return Place.parse(text).isPresent();
  }

  /**
   * One page.
   *
   * @param cursor of the page before; null for the first
   */
  Page list(OfficeId office, LocalDate date, int limit, @Nullable String cursor) {
    Optional<Place> place = Optional.ofNullable(cursor).flatMap(Place::parse);
    List<Appointment> all = inOrder(office, date);
    int from = place.map(it -> it.in(all)).orElse(0);
    int to = Math.min(all.size(), from + limit);
    String next = to < all.size() ? new Place(all.get(to - 1).application(), to).cursor() : null;
    return new Page(all.subList(from, to), next);
  }

  /** All of the day at once, for a spreadsheet. */
  Page whole(OfficeId office, LocalDate date) {
    return new Page(inOrder(office, date), null);
  }

  private List<Appointment> inOrder(OfficeId office, LocalDate date) {
    return appointments.wholeDay(office, date).stream().sorted(ORDER_OF_THE_DAY).toList();
  }

  /** Where a page ended: after which application, and how many had been listed until then. */
  private record Place(ApplicationId last, int listed) {
    private static final int LONGEST = 6;

    static Optional<Place> parse(String cursor) {
      int dot = cursor.indexOf('.');
      String listed = cursor.substring(dot + 1);
      if (dot < 0
          || !ApplicationId.isValid(cursor.substring(0, dot))
          || listed.isEmpty()
          || listed.length() > LONGEST
          || !listed.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.empty();
      }
      return Optional.of(
          new Place(new ApplicationId(cursor.substring(0, dot)), Integer.parseInt(listed)));
    }

    String cursor() {
      return last.value() + "." + listed;
    }

    int in(List<Appointment> all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).application().equals(last)) {
          return i + 1;
        }
      }
      return Math.min(listed, all.size());
    }
  }
}
