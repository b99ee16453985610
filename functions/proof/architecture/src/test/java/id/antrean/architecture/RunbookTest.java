package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.gateway.LogEvent;
import id.antrean.gateway.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever is woken by an alarm finds what it means and what to do, and what is measured is watched.
 */
class RunbookTest {
  private static final Template TEMPLATE = new Template();
  private static final String RUNBOOK = House.text(Path.of("infra", "runbook.md"));
  private static final Pattern NAMES_ENTRY = Pattern.compile("\\(runbook, ([a-z-]+)\\)$");
  private static final Pattern COMMAND = Pattern.compile("\\./antrean ([a-z]+)");
  private static final String OURS = "Antrean/${AWS::StackName}";

  static Stream<Map.Entry<String, Section>> alarms() {
    return TEMPLATE.ofType("AWS::CloudWatch::Alarm").entrySet().stream();
  }

  private static Section properties(Map.Entry<String, Section> alarm) {
    return alarm.getValue().at("Properties");
  }

  /** The runbook's entries by their names. */
  private static Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String part : RUNBOOK.split("\n### ", -1)) {
      if (!part.startsWith("# ")) {
        int end = part.indexOf('\n');
        entries.put(part.substring(0, end), part.substring(end).split("\n## ", -1)[0]);
      }
    }
    return entries;
  }

  private static String entryOf(Map.Entry<String, Section> alarm) {
    String description = properties(alarm).text("AlarmDescription").orElse("");
    return NAMES_ENTRY
        .matcher(description)
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .orElse("none in: " + description);
  }

  @Test
  void everyAlarmHasItsEntryAndEveryEntryItsAlarm() {
    assertThat(entries().keySet())
        .containsExactlyInAnyOrderElementsOf(alarms().map(RunbookTest::entryOf).toList());
  }

  @Test
  void everyEntrySaysWhatItMeansWhereToLookWhatToDoAndBeginsWithACommand() {
    assertThat(entries())
        .allSatisfy(
            (name, entry) ->
                assertThat(entry)
                    .as(name)
                    .containsPattern("(?s)\n- Means: .+\n- Look at: .+\n- Do: .+\n\n {6}\\S"));
  }

  @Test
  void everyCommandOfOursIsOne() {
    String help = House.text(Path.of("antrean"));

    assertThat(COMMAND.matcher(RUNBOOK).results().map(match -> match.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(command -> assertThat(help).contains("  ./antrean " + command));
  }

  /** What a command, or a sentence, calls a function, queue or table is one of the template's. */
  @Test
  void everythingThatIsNamedIsThere() {
    Pattern named = Pattern.compile("\\b([A-Z][A-Za-z]+(?:Function|Queue|Table))\\b");

    assertThat(named.matcher(RUNBOOK).results().map(MatchResult::group).distinct())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(TEMPLATE.resource(name).has("Type")).as(name).isTrue());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void everyAlarmTellsSomebodyThatItRingsAndThatItIsOver(Map.Entry<String, Section> alarm) {
    assertThat(properties(alarm).has("AlarmActions")).isTrue();
    assertThat(properties(alarm).has("OKActions")).isTrue();
    assertThat(properties(alarm).text("TreatMissingData"))
        .as("where nothing happens nothing is wrong")
        .contains("notBreaching");
  }

  // ---- What is measured ----

  /** What an alarm looks at, with the event it is told apart by. */
  private record Watched(String namespace, String metric, String event) {}

  private static List<Watched> watched() {
    List<Watched> watched = new ArrayList<>();
    alarms()
        .map(RunbookTest::properties)
        .forEach(
            alarm -> {
              watched.add(watched(alarm));
              alarm
                  .sections("Metrics")
                  .forEach(metric -> watched.add(watched(metric.at("MetricStat", "Metric"))));
            });
    return watched;
  }

  private static Watched watched(Section metric) {
    return new Watched(
        metric.text("Namespace").orElse(""),
        metric.text("MetricName").orElse(""),
        metric.sections("Dimensions").stream()
            .filter(dimension -> dimension.text("Name").orElse("").equals("event"))
            .map(dimension -> dimension.text("Value").orElse(""))
            .findFirst()
            .orElse(""));
  }

  @Test
  void everyEventThatAPersonShouldKnowOfHasAnAlarm() {
    assertThat(watched())
        .filteredOn(it -> it.metric().equals(Metric.ALARMING.toString()))
        .extracting(Watched::event)
        .containsAll(
            Stream.of(LogEvent.values())
                .filter(LogEvent::isAlarm)
                .map(LogEvent::toString)
                .toList());
  }

  /** A name that nothing measures would be silent for ever. */
  @Test
  void everyMetricOfOursThatIsWatchedIsMeasured() {
    assertThat(watched())
        .filteredOn(it -> it.namespace().equals(OURS))
        .isNotEmpty()
        .extracting(Watched::metric)
        .isSubsetOf(Stream.of(Metric.values()).map(Metric::toString).toList());
  }

  @Test
  void everythingThatIsMeasuredIsOnTheDashboard() {
    String dashboard = House.text(Path.of("infra", "operations.yaml"));

    assertThat(Metric.values())
        .allSatisfy(metric -> assertThat(dashboard).containsPattern("\"" + metric + "\\\\?\""));
  }
}
