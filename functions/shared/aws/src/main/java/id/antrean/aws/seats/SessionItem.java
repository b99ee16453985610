package id.antrean.aws.seats;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Release;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A session as an item: an office's month is one partition, {@code dd#HHmm#lane} the key in it,
 * {@code seats} a set of hold ids.
 */
public final class SessionItem {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  /** Of a session and of its day: when how many seats can be taken. */
  public static final String RELEASES = "releases";

  /** The closures that keep a session closed. */
  public static final String CLOSURES = "closures";

  private SessionItem() {}

  /** The partition of an office's month. */
  public static String partition(OfficeId office, YearMonth month) {
    return office + "#" + month;
  }

  public static Map<String, AttributeValue> key(SessionId id) {
    return new ItemWriter()
        .text("officeMonth", partition(id.office(), id.month()))
        .text("slot", String.format("%02d#%s#%s", id.date().getDayOfMonth(), id.time(), id.lane()))
        .attributes();
  }

  /** Whether an item of a calendar's partition is a session; others are markers of days. */
  public static boolean isSession(Map<String, AttributeValue> item) {
    AttributeValue slot = item.get("slot");
    return slot != null && slot.s().split("#", -1).length == 3;
  }

  /** A new session's item. */
  public static Map<String, AttributeValue> of(Session session) {
    ItemWriter item =
        new ItemWriter()
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .text("zone", session.zone().getId())
            .number("minutes", session.length().toMinutes())
            .number("quota", session.quota())
            .text("state", session.state().name())
            .instant("opensAt", session.opensAt())
            .instant("lastClaimAt", session.lastClaimAt());
    writeReleases(session.releases(), item);
    item.attributes().putAll(key(session.id()));
    if (!session.seats().isEmpty()) {
      item.attributes()
          .put(
              "seats",
              AttributeValue.fromBs(
                  session.seats().stream()
                      .map(hold -> SdkBytes.fromByteArray(hold.bytes()))
                      .toList()));
    }
    return item.attributes();
  }

  /**
   * As the condition of a claim asks for them: how many seats can be taken from each moment on, all
   * that were released before among them. Nothing where all seats open at once.
   */
  public static void writeReleases(List<Release> releases, ItemWriter item) {
    if (!releases.isEmpty()) {
      List<ItemWriter> steps = new ArrayList<>();
      int upTo = 0;
      for (Release release : releases) {
        upTo += release.seats();
        steps.add(new ItemWriter().instant("at", release.at()).number("upTo", upTo));
      }
      item.list(RELEASES, steps);
    }
  }

  /** The same, read. */
  public static List<Release> releases(ItemReader item) {
    List<Release> releases = new ArrayList<>();
    int before = 0;
    for (ItemReader step : item.list(RELEASES)) {
      releases.add(new Release(step.instant("at"), step.integer("upTo") - before));
      before = step.integer("upTo");
    }
    return releases;
  }

  public static Session session(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    AttributeValue seats = attributes.get("seats");
    return new Session(
        id(item),
        ZoneId.of(item.text("zone")),
        Duration.ofMinutes(item.number("minutes")),
        item.integer("quota"),
        Session.State.valueOf(item.text("state")),
        item.instant("opensAt"),
        releases(item),
        seats == null
            ? Set.of()
            : seats.bs().stream()
                .map(bytes -> HoldId.of(bytes.asByteArray()))
                .collect(Collectors.toUnmodifiableSet()),
        item.instantOrNull("lastClaimAt"),
        closures(attributes));
  }

  private static Set<ClosureId> closures(Map<String, AttributeValue> attributes) {
    AttributeValue closures = attributes.get(CLOSURES);
    return closures == null
        ? Set.of()
        : closures.ss().stream().map(ClosureId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static SessionId id(ItemReader item) {
    List<String> partition = List.of(item.text("officeMonth").split("#", -1));
    List<String> slot = List.of(item.text("slot").split("#", -1));
    return new SessionId(
        new OfficeId(partition.get(0)),
        YearMonth.parse(partition.get(1)).atDay(Integer.parseInt(slot.get(0))),
        LocalTime.parse(slot.get(1), TIME),
        Lane.valueOf(slot.get(2)));
  }
}
