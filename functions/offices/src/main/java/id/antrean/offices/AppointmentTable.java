package id.antrean.offices;

import id.antrean.domain.application.FindAppointments.Page;
import id.antrean.offices.view.AppointmentPageView;
import id.antrean.offices.view.AppointmentView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day's list as a table: a line for each person. */
final class AppointmentTable {
  private static final List<String> COLUMNS =
      List.of(
          "applicationId",
          "name",
          "nik",
          "sessionId",
          "startsAt",
          "endsAt",
          "lane",
          "status",
          "version",
          "verdict");

  private AppointmentTable() {}

  /** RFC 4180. */
  static String csv(Page page) {
    return Stream.concat(
            Stream.of(COLUMNS),
            AppointmentPageView.of(page).items().stream().map(AppointmentTable::row))
        .map(AppointmentTable::line)
        .collect(Collectors.joining());
  }

  private static List<String> row(AppointmentView appointment) {
    return List.of(
        appointment.applicationId(),
        appointment.name(),
        appointment.nik(),
        appointment.session().id(),
        appointment.session().startsAt(),
        appointment.session().endsAt(),
        appointment.session().lane().name(),
        appointment.status().name(),
        Integer.toString(appointment.version()),
        appointment.verdict().name());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
