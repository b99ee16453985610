package id.antrean.stack.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.template.Section;
import id.antrean.stack.watch.Alarm.Standing;
import id.antrean.stack.watch.Alarm.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alarms as CloudWatch reckons them, on a clock that is moved by hand. */
class AlarmsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
  private static final MetricName ERRORS = new MetricName("N", "Errors", Map.of("of", "api"));
  private static final MetricName ALL = new MetricName("N", "All", Map.of());

  private final Metrics metrics = new Metrics();

  private static Alarm alarm(String properties) {
    try {
      return AlarmReader.read(
          "FaultsAlarm",
          Section.of("Resources.FaultsAlarm", new ObjectMapper().readTree(properties)));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Of errors by the minute. */
  private static Alarm errors(String more) {
    return alarm(
        """
        {"AlarmDescription": "d", "Namespace": "N", "MetricName": "Errors",
         "Dimensions": [{"Name": "of", "Value": "api"}], "Period": 60, %s}
        """
            .formatted(more));
  }

  private void happens(MetricName metric, int secondsAgo, double value) {
    metrics.add(metric, NOW.minusSeconds(secondsAgo), value);
  }

  private State stateOf(Alarm alarm) {
    return standing(alarm, NOW).state();
  }

  private Standing standing(Alarm alarm, Instant at) {
    return new Alarms(List.of(alarm), metrics).at(at).getFirst();
  }

  private static final String MORE_THAN_TWO =
      """
      "Statistic": "Sum", "EvaluationPeriods": 1, "Threshold": 2,
      "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching"
      """;

  @Test
  void ringsBeyondTheThresholdAndFallsSilentWhenThePeriodIsOver() {
    Alarm alarm = errors(MORE_THAN_TWO);
    assertThat(stateOf(alarm)).isEqualTo(State.OK);
    happens(ERRORS, 30, 2);
    assertThat(stateOf(alarm)).as("as many as may be").isEqualTo(State.OK);
    happens(ERRORS, 0, 1);

    assertThat(standing(alarm, NOW)).isEqualTo(new Standing(alarm, State.ALARM, List.of(3.0)));
    assertThat(standing(alarm, NOW.plusSeconds(60)).state()).isEqualTo(State.OK);
  }

  @Test
  void isAboutNothingElse() {
    happens(new MetricName("N", "Errors", Map.of("of", "another")), 0, 9);
    happens(new MetricName("N", "Errors", Map.of()), 0, 9);
    happens(new MetricName("M", "Errors", Map.of("of", "api")), 0, 9);

    assertThat(stateOf(errors(MORE_THAN_TWO))).isEqualTo(State.OK);
  }

  @Test
  void ofSeveralPeriodsSoManyHaveToPass() {
    String two =
        """
        "Statistic": "Maximum", "EvaluationPeriods": 3, "DatapointsToAlarm": 2, "Threshold": 5,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold", "TreatMissingData": "notBreaching"
        """;
    happens(ERRORS, 150, 7);
    happens(ERRORS, 90, 1);
    assertThat(stateOf(errors(two))).isEqualTo(State.OK);
    happens(ERRORS, 10, 5);
    assertThat(stateOf(errors(two))).isEqualTo(State.ALARM);
  }

  @Test
  void whatIsMissingIsWhatTheTemplateTakesItFor() {
    String of =
        """
        "Statistic": "Minimum", "EvaluationPeriods": 1, "Threshold": 5,
        "ComparisonOperator": "LessThanThreshold"
        """;
    assertThat(stateOf(errors(of))).isEqualTo(State.INSUFFICIENT_DATA);
    assertThat(stateOf(errors(of + ", \"TreatMissingData\": \"breaching\"")))
        .isEqualTo(State.ALARM);
    assertThat(stateOf(errors(of + ", \"TreatMissingData\": \"ignore\""))).isEqualTo(State.OK);
  }

  @Test
  void aPercentileIsTheValueBelowWhichSoManyAre() {
    String p90 =
        """
        "ExtendedStatistic": "p90", "EvaluationPeriods": 1, "Threshold": 0,
        "ComparisonOperator": "GreaterThanThreshold"
        """;
    for (int i = 1; i <= 10; i++) {
      happens(ERRORS, 11 - i, i);
    }

    assertThat(standing(errors(p90), NOW).values()).containsExactly(9.0);
  }

  @Test
  void aShareIsReckonedFromSeveralMetrics() {
    Alarm share =
        alarm(
            """
            {"AlarmDescription": "d", "EvaluationPeriods": 1, "Threshold": 1,
             "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching",
             "Metrics": [
               {"Id": "share", "ReturnData": true,
                "Expression": "IF(FILL(all, 0) >= 50, 100 * FILL(errors, 0) / FILL(all, 0), 0)"},
               {"Id": "all", "ReturnData": false, "MetricStat": {
                 "Metric": {"Namespace": "N", "MetricName": "All"}, "Period": 300, "Stat": "Sum"}},
               {"Id": "errors", "ReturnData": false, "MetricStat": {
                 "Metric": {"Namespace": "N", "MetricName": "Errors",
                            "Dimensions": [{"Name": "of", "Value": "api"}]},
                 "Period": 300, "Stat": "Sum"}}]}
            """);
    assertThat(standing(share, NOW).values())
        .as("of nothing there is no share")
        .containsExactly(0.0);
    happens(ALL, 200, 100);
    assertThat(standing(share, NOW).values()).containsExactly(0.0);
    happens(ERRORS, 100, 2);

    assertThat(standing(share, NOW)).isEqualTo(new Standing(share, State.ALARM, List.of(2.0)));
    assertThat(standing(share, NOW.plusSeconds(300)).state()).isEqualTo(State.OK);
  }

  @Test
  void whatIsNotKnownHereIsRefused() {
    String base =
        """
        "EvaluationPeriods": 1, "Threshold": 2, "ComparisonOperator": "GreaterThanThreshold"
        """;
    assertThatThrownBy(() -> errors("\"Statistic\": \"Median\", " + base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Median");
    assertThatThrownBy(
            () -> errors("\"Statistic\": \"Sum\"," + base.replace("Greater", "MuchGreater")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MuchGreaterThanThreshold");
    assertThatThrownBy(
            () ->
                alarm(
                    """
                    {"AlarmDescription": "d", %s, "Metrics": [
                      {"Id": "x", "Expression": "ANOMALY_DETECTION_BAND(errors)", "ReturnData": true},
                      {"Id": "errors", "ReturnData": false, "MetricStat": {
                        "Metric": {"Namespace": "N", "MetricName": "All"},
                        "Period": 300, "Stat": "Sum"}}]}
                    """
                        .formatted(base)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ANOMALY_DETECTION_BAND");
  }

  /** What is older than any alarm looks back is forgotten, and so is too much of one metric. */
  @Test
  void whatWasMeasuredIsKeptForTwoDays() {
    metrics.add(ALL, NOW.minus(Duration.ofDays(3)), 1);
    metrics.add(ALL, NOW.minus(Duration.ofDays(1)), 2);
    metrics.add(ALL, NOW, 3);

    assertThat(metrics.within(ALL, Instant.EPOCH, NOW)).containsExactly(2.0, 3.0);
    for (int i = 0; i < 20_000; i++) {
      metrics.add(ALL, NOW, 4);
    }
    assertThat(metrics.within(ALL, Instant.EPOCH, NOW)).hasSize(20_000).containsOnly(4.0);
  }

  @Test
  void metricsAreFoundInWhatFunctionsPrint() {
    EmbeddedMetricsReader reader = new EmbeddedMetricsReader(metrics);
    String line =
        """
        {"event":"payment-exception","_aws":{"Timestamp":%d,"CloudWatchMetrics":[
          {"Namespace":"N","Dimensions":[[],["event"]],"Metrics":[{"Name":"Alarming"}]}]},"Alarming":1}
        """
            .formatted(NOW.toEpochMilli())
            .replace("\n", "");

    reader.read(line);
    reader.read(line.substring(0, 40));
    reader.read("INFO something else with \"_aws\" in it");
    reader.read("{\"event\":\"request\"}");

    assertThat(within("Alarming", Map.of("event", "payment-exception"))).containsExactly(1.0);
    assertThat(within("Alarming", Map.of())).containsExactly(1.0);
  }

  private List<Double> within(String name, Map<String, String> dimensions) {
    return metrics.within(new MetricName("N", name, dimensions), NOW.minusSeconds(1), NOW);
  }
}
