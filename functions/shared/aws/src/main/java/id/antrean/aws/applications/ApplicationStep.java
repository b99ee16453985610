package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One step of an application as the table's stream tells it: what happened in it, and the seat
 * before and after. Whose application it is, and what it says of a person, is not in it.
 *
 * @param version which the step brought the application to; no other step has it
 * @param requestId of the request that took the step
 * @param entries what happened; none in a step that nobody sees, such as a fence
 * @param seatBefore the session in which it had a seat
 * @param seatAfter the session in which it has a seat now
 * @param payBefore the deadline of the unpaid hold that it had before
 */
public record ApplicationStep(
    ApplicationId application,
    int version,
    String requestId,
    List<TimelineEntry> entries,
    Optional<SessionId> seatBefore,
    Optional<SessionId> seatAfter,
    Optional<Instant> payBefore) {

  public ApplicationStep {
    entries = List.copyOf(entries);
  }

  /**
   * From the item before and after; an item that was or is not there is empty. Empty for what is
   * not an application's own item, and for one that was deleted.
   *
   * @throws RuntimeException where the items are not as we write them
   */
  public static Optional<ApplicationStep> of(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    if (after.isEmpty() || !new ItemReader(after).text("part").equals(ApplicationItem.PART)) {
      return Optional.empty();
    }
    ItemReader now = new ItemReader(after);
    ItemReader then = new ItemReader(before);
    return Optional.of(
        new ApplicationStep(
            new ApplicationId(now.text("id")),
            now.integer("version"),
            now.text("requestId"),
            newEntries(TimelineItems.timeline(then), TimelineItems.timeline(now)),
            seat(then),
            seat(now),
            Optional.ofNullable(then.instantOrNull("deadline"))));
  }

  /** The step's own stand on the item, however many others moved beside it. */
  private static List<TimelineEntry> newEntries(Timeline before, Timeline after) {
    List<TimelineEntry> recent = after.recent();
    return recent.subList(recent.size() - (after.size() - before.size()), recent.size());
  }

  private static Optional<SessionId> seat(ItemReader item) {
    return Optional.ofNullable(item.mapOrNull("booking"))
        .map(booking -> SessionId.parse(booking.text("session")).orElseThrow());
  }
}
