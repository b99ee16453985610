package id.antrean.emulators.tables;

import static id.antrean.emulators.calls.JsonOperations.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Point-in-time recovery: what of a table can be had again, and having it. To the second. */
final class Recovery {
  private static final Duration LONGEST = Duration.ofDays(35);
  private static final double MILLIS = 1000;

  /** What a stream has to have so that it tells what was before. */
  private static final String BOTH_IMAGES = "NEW_AND_OLD_IMAGES";

  /** Encryption is nothing here. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "SourceTableName",
          "TargetTableName",
          "RestoreDateTime",
          "UseLatestRestorableTime",
          "SSESpecificationOverride");

  private final Store store;
  private final KeptTables kept;
  private final Moments moments;

  Recovery(Store store, KeptTables kept, Moments moments) {
    this.store = store;
    this.kept = kept;
    this.moments = moments;
  }

  /** From when to when; each to the second. */
  private record Window(Instant earliest, Instant latest) {

    boolean has(Instant moment) {
      return !moment.isBefore(earliest) && !moment.isAfter(latest);
    }
  }

  JsonNode update(JsonNode request) {
    JsonNode table = table(text(request, "TableName"));
    if (!request
        .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
        .asBoolean(false)) {
      kept.remove(text(request, "TableName"));
    } else if (kept.since(table).isEmpty()) {
      keep(streaming(table));
    }
    return describe(request);
  }

  /** What was written in this very second, before its stream was there, cannot be undone. */
  private void keep(JsonNode streaming) {
    moments.begin();
    moments.mark();
    kept.add(streaming, moments.now().plusSeconds(1));
  }

  private JsonNode streaming(JsonNode table) {
    JsonNode stream = table.path("StreamSpecification");
    if (stream.isMissingNode()) {
      String name = table.path("TableName").asText();
      ObjectNode change = Store.about(name);
      change
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .put("StreamViewType", BOTH_IMAGES);
      store.ask("UpdateTable", change);
      return table(name);
    }
    if (!stream.path("StreamViewType").asText().equals(BOTH_IMAGES)) {
      throw invalid(
          "The local stack undoes by what a table's stream says: let it be " + BOTH_IMAGES);
    }
    return table;
  }

  JsonNode describe(JsonNode request) {
    Optional<Window> window = window(table(text(request, "TableName")));
    ObjectNode answer = Store.request();
    ObjectNode recovery =
        answer
            .putObject("ContinuousBackupsDescription")
            .put("ContinuousBackupsStatus", "ENABLED")
            .putObject("PointInTimeRecoveryDescription")
            .put("PointInTimeRecoveryStatus", window.isPresent() ? "ENABLED" : "DISABLED");
    window.ifPresent(
        it ->
            recovery
                .put("RecoveryPeriodInDays", LONGEST.toDays())
                .put("EarliestRestorableDateTime", seconds(it.earliest()))
                .put("LatestRestorableDateTime", seconds(it.latest())));
    return answer;
  }

  /** Empty: nothing is kept. What the streams have forgotten is forgotten. */
  private Optional<Window> window(JsonNode table) {
    return kept.since(table)
        .map(
            since -> {
              Instant latest = moments.now();
              Instant earliest =
                  Stream.of(since, moments.first().orElse(latest), latest.minus(LONGEST))
                      .max(Instant::compareTo)
                      .orElseThrow();
              return new Window(earliest, latest.isBefore(earliest) ? earliest : latest);
            });
  }

  JsonNode restore(JsonNode request) {
    request
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!UNDERSTOOD.contains(name)) {
                throw invalid("The local stack does not do " + name);
              }
            });
    JsonNode source = table(text(request, "SourceTableName"));
    String target = text(request, "TargetTableName");
    if (store.described(target).isPresent()) {
      throw AwsError.badRequest("TableAlreadyExistsException", "Table already exists: " + target);
    }
    Instant moment = moment(request, source);
    FormerTable former = new FormerTable(store, source, target);
    former.make();
    // What is written while it is copied comes after this.
    moments.mark();
    try {
      former.fill(moments.numberBefore(moment));
    } catch (RuntimeException e) {
      former.drop();
      throw e;
    }
    ObjectNode answer = Store.request();
    ObjectNode made = (ObjectNode) table(target);
    answer.set("TableDescription", made);
    made.putObject("RestoreSummary")
        .put("SourceTableArn", source.path("TableArn").asText())
        .put("RestoreDateTime", seconds(moment))
        .put("RestoreInProgress", false);
    return answer;
  }

  private Instant moment(JsonNode request, JsonNode source) {
    Window window =
        window(source)
            .orElseThrow(
                () ->
                    AwsError.badRequest(
                        "PointInTimeRecoveryUnavailableException",
                        "Point in time recovery is not enabled for the table"));
    boolean latest = request.path("UseLatestRestorableTime").asBoolean(false);
    if (latest == request.has("RestoreDateTime")) {
      throw invalid("Either RestoreDateTime or UseLatestRestorableTime is named");
    }
    Instant moment =
        latest
            ? window.latest()
            : Instant.ofEpochMilli((long) (request.path("RestoreDateTime").asDouble() * MILLIS))
                .truncatedTo(ChronoUnit.SECONDS);
    if (!window.has(moment)) {
      throw AwsError.badRequest(
          "InvalidRestoreTimeException",
          "%s is not from %s to %s".formatted(moment, window.earliest(), window.latest()));
    }
    return moment;
  }

  private JsonNode table(String name) {
    return store
        .described(name)
        .orElseThrow(
            () -> AwsError.badRequest("TableNotFoundException", "Table not found: " + name));
  }

  private static AwsError invalid(String sentence) {
    return AwsError.badRequest("ValidationException", sentence);
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / MILLIS;
  }
}
