package id.antrean.bench.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.stack.template.References;
import id.antrean.stack.template.Resource;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What template.yaml has, so far as it costs.
 *
 * @param keys of KMS
 * @param alarmMetrics that alarms look at
 * @param polledQueues from which functions are given messages
 * @param memory of each function, in megabytes, as it is deployed natively
 * @param schedules how often functions run by themselves
 * @param streamReaders functions that are told of what is written
 * @param timerStates that a timer walks through
 * @param paymentWindow in which a held seat may be paid for
 * @param longestDelay for which a message waits on a queue
 */
record Deployed(
    int keys,
    int secrets,
    int alarmMetrics,
    int polledQueues,
    Map<String, Integer> memory,
    Map<String, Duration> schedules,
    List<String> streamReaders,
    int timerStates,
    Duration paymentWindow,
    Duration longestDelay) {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
  private static final String FUNCTION = "AWS::Serverless::Function";

  static Deployed read(Path project) {
    Template template = Template.read(project.resolve("template.yaml"), Map.of());
    Map<String, Integer> memory = new TreeMap<>();
    Map<String, Duration> schedules = new TreeMap<>();
    List<String> streamReaders = new ArrayList<>();
    int polled = 0;
    for (Resource function : of(template, FUNCTION).toList()) {
      Section properties = template.properties(function, new NamesOnly());
      memory.put(function.logicalId(), properties.whole("MemorySize").orElseThrow());
      for (JsonNode event : properties.tree("Events")) {
        switch (event.path("Type").asText()) {
          case "SQS" -> polled++;
          case "DynamoDB" -> streamReaders.add(function.logicalId());
          case "Schedule" ->
              schedules.put(
                  function.logicalId(), rate(event.path("Properties").path("Schedule").asText()));
          default -> {}
        }
      }
    }
    return new Deployed(
        (int) of(template, "AWS::KMS::Key").count(),
        (int) of(template, "AWS::SecretsManager::Secret").count(),
        of(template, "AWS::CloudWatch::Alarm").mapToInt(Deployed::metrics).sum(),
        polled,
        memory,
        schedules,
        streamReaders,
        timerStates(project),
        seconds(template, "PAYMENT_WINDOW_SECONDS"),
        seconds(template, "LONGEST_QUEUE_DELAY_SECONDS"));
  }

  private static Stream<Resource> of(Template template, String type) {
    return template.resources().values().stream().filter(it -> it.type().equals(type));
  }

  /** One that reckons with several is charged for each. */
  private static int metrics(Resource alarm) {
    JsonNode several = alarm.properties().path("Metrics");
    return several.isArray()
        ? (int) several.valueStream().filter(metric -> metric.has("MetricStat")).count()
        : 1;
  }

  private static Duration rate(String schedule) {
    Matcher rate = RATE.matcher(schedule);
    if (!rate.matches()) {
      throw new IllegalArgumentException("how often is " + schedule + "?");
    }
    long many = Long.parseLong(rate.group(1));
    return switch (rate.group(2)) {
      case "minute" -> Duration.ofMinutes(many);
      case "hour" -> Duration.ofHours(many);
      default -> Duration.ofDays(many);
    };
  }

  /** As the function says it that looks after holds. */
  private static Duration seconds(Template template, String variable) {
    Resource expiry = Objects.requireNonNull(template.resource("ExpiryFunction"));
    return Duration.ofSeconds(
        template
            .properties(expiry, new NamesOnly())
            .tree("Environment")
            .path("Variables")
            .path(variable)
            .asLong());
  }

  private static int timerStates(Path project) {
    try {
      return new ObjectMapper()
          .readTree(project.resolve("infra/payment-deadline.asl.json").toFile())
          .path("States")
          .size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often it runs in so many days. */
  BigDecimal runs(String function, BigDecimal days) {
    Duration every = schedules.get(function);
    if (every == null) {
      throw new IllegalArgumentException(function + " does not run by schedule");
    }
    return days.multiply(BigDecimal.valueOf(Duration.ofDays(1).dividedBy(every)));
  }

  private static final class NamesOnly implements References {
    @Override
    public String ref(String logicalId) {
      return logicalId;
    }

    @Override
    public Optional<String> attribute(String logicalId, String name) {
      return Optional.of(logicalId + "." + name);
    }
  }
}
