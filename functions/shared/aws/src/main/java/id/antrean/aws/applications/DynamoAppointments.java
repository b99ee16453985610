package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.SessionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lists who has a seat from an index that holds what those lists show. */
public final class DynamoAppointments implements FindAppointments {
  private final DynamoDbClient dynamo;
  private final String table;
  private final ApplicationIndex index;

  public DynamoAppointments(DynamoDbClient dynamo, String applicationsTable) {
    this.dynamo = dynamo;
    this.table = applicationsTable;
    this.index = ApplicationIndex.appointments(dynamo, applicationsTable);
  }

  @Override
  public Page onDay(OfficeId office, LocalDate day, int limit, @Nullable String cursor) {
    ApplicationIndex.Page page =
        index.page(ApplicationItem.officeDate(office, day), limit, true, cursor);
    return new Page(appointments(page.rows()), page.nextCursor());
  }

  @Override
  public Set<ApplicationId> paidIn(SessionId session) {
    String day = ApplicationItem.officeDate(session.office(), session.date());
    return index
        .all(
            day,
            QueryConditional.sortBeginsWith(
                key -> key.partitionValue(day).sortValue(ApplicationItem.seatsOf(session))))
        .filter(row -> ApplicationItem.status(row) != Status.AWAITING_PAYMENT)
        .map(ApplicationItem::id)
        .collect(Collectors.toSet());
  }

  /** Rows of applications that were last written by a former version do not say enough. */
  private List<Appointment> appointments(List<Map<String, AttributeValue>> rows) {
    Map<ApplicationId, Application> former =
        WholeApplications.read(
            dynamo,
            table,
            rows.stream()
                .filter(row -> AppointmentItem.appointment(row).isEmpty())
                .map(ApplicationItem::id)
                .toList());
    return rows.stream()
        .flatMap(
            row ->
                AppointmentItem.appointment(row)
                    .or(
                        () ->
                            Optional.ofNullable(former.get(ApplicationItem.id(row)))
                                .flatMap(Appointment::of)
                                .filter(now -> isStillThere(now, row)))
                    .stream())
        .toList();
  }

  /** Whoever has moved since the row was written is another office's or another day's by now. */
  private static boolean isStillThere(Appointment now, Map<String, AttributeValue> row) {
    SessionId session = now.seat().session();
    return new ItemReader(row)
        .text("officeDate")
        .equals(ApplicationItem.officeDate(session.office(), session.date()));
  }
}
