package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.Status;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an office's list shows of an application, within its item as long as it has a seat or its
 * visit had one. An index takes attributes whole or not at all, and the person's own has more than
 * the list needs.
 */
final class AppointmentItem {
  static final String NAME = "appointment";

  private AppointmentItem() {}

  static ItemWriter of(Application application) {
    return new ItemWriter()
        .text("name", application.dossier().applicant().fullName())
        .text("nik", application.dossier().applicant().nik().masked())
        .text("verdict", application.dossier().identity().verdict().name());
  }

  /** Empty for what was last written before the list had its own. */
  static Optional<Appointment> appointment(Map<String, AttributeValue> row) {
    ItemReader item = new ItemReader(row);
    return Optional.ofNullable(item.mapOrNull(NAME))
        .map(
            shown ->
                new Appointment(
                    new ApplicationId(item.text("id")),
                    item.integer("revision"),
                    Status.valueOf(item.text("status")),
                    ApplicationItem.seat(item.map("booking")),
                    shown.text("name"),
                    shown.text("nik"),
                    IdentityVerdict.valueOf(shown.text("verdict"))));
  }
}
