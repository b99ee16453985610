package id.antrean.stack.deploy;

import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an event of type DynamoDB, within the bounds that AWS has. */
final class StreamMappings {
  private static final int DEFAULT_BATCH = 100;
  private static final int LARGEST_BATCH = 10_000;
  private static final int MOST_RETRIES = 10_000;
  private static final int SHORTEST_AGE = 60;
  private static final int LONGEST_AGE = 604_800;

  private StreamMappings() {}

  /** Empty if it is there and switched off. */
  static Optional<StreamMapping> read(
      String function, String functionArn, Section properties, Mentions mentions) {
    StreamMapping mapping =
        new StreamMapping(
            function,
            functionArn,
            properties.required("Stream"),
            fromTheBeginning(properties),
            bounded(properties, "BatchSize", 1, LARGEST_BATCH).orElse(DEFAULT_BATCH),
            properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
            properties.flag("BisectBatchOnFunctionError", false),
            age(properties),
            unlessEndless(properties, "MaximumRetryAttempts", 0, MOST_RETRIES),
            failureQueue(properties, mentions));
    mentions.add(properties.place() + ".Stream", mapping.streamArn(), TableDeployer.TYPE);
    if (bounded(properties, "ParallelizationFactor", 1, 10).orElse(1) != 1) {
      throw new TemplateException(
          properties.place() + ".ParallelizationFactor", "above 1 is not run by the local stack");
    }
    return properties.flag("Enabled", true) ? Optional.of(mapping) : Optional.empty();
  }

  private static boolean fromTheBeginning(Section properties) {
    String position = properties.required("StartingPosition");
    return switch (position) {
      case "TRIM_HORIZON" -> true;
      case "LATEST" -> false;
      default ->
          throw new TemplateException(
              properties.place() + ".StartingPosition", "must be TRIM_HORIZON or LATEST");
    };
  }

  private static Optional<Duration> age(Section properties) {
    OptionalInt seconds =
        unlessEndless(properties, "MaximumRecordAgeInSeconds", SHORTEST_AGE, LONGEST_AGE);
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  private static Optional<String> failureQueue(Section properties, Mentions mentions) {
    return properties
        .section("DestinationConfig")
        .flatMap(destinations -> destinations.section("OnFailure"))
        .map(
            failure -> {
              failure.ignoring("Type");
              String destination = failure.required("Destination");
              mentions.add(failure.place() + ".Destination", destination, QueueDeployer.TYPE);
              return destination;
            });
  }

  /** For AWS, -1 is without an end, as is nothing. */
  private static OptionalInt unlessEndless(Section properties, String name, int least, int most) {
    OptionalInt given = properties.whole(name);
    return given.isPresent() && given.getAsInt() == -1
        ? OptionalInt.empty()
        : bounded(properties, name, least, most);
  }

  private static OptionalInt bounded(Section properties, String name, int least, int most) {
    OptionalInt given = properties.whole(name);
    if (given.isPresent() && (given.getAsInt() < least || given.getAsInt() > most)) {
      throw new TemplateException(
          properties.place() + "." + name, "must be from " + least + " to " + most);
    }
    return given;
  }
}
