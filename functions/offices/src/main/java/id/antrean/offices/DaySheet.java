package id.antrean.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindApplication.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody who has a seat at an office on a day: one office's day is small enough for one look.
 */
final class DaySheet {
  private static final int PAGE = 100;

  private final FindApplication.Lists applications;

  DaySheet(FindApplication.Lists applications) {
    this.applications = applications;
  }

  List<Application> of(OfficeId office, LocalDate date) {
    List<Application> all = new ArrayList<>();
    Page page = applications.onDay(office, date, PAGE, null);
    all.addAll(page.items());
    while (page.nextCursor() != null) {
      page = applications.onDay(office, date, PAGE, page.nextCursor());
      all.addAll(page.items());
    }
    return all;
  }
}
