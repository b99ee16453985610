package id.antrean.bench.starts;

import id.antrean.cli.demo.Rehearsal;
import id.antrean.cli.demo.Rehearsal.Ready;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.up.OutsideWorld;
import id.antrean.stack.Stack;
import id.antrean.stack.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts functions on a whole stack, each so and so often, and gives each its first event before it
 * is there: a hold, a registration, and of the least of all functions anything. What holds goes on
 * to hold a thousand times.
 */
public final class Starts {
  /** So that one application holds as often as is measured. */
  private static final Map<String, String> UNBOUNDED = Map.of("TakesPerHour", "1000000");

  private static final int EARLY = 100;
  private static final int LATE = 200;
  private static final int HOLDS = 1000;

  private final Path project;
  private final int starts;
  private final Consumer<String> progress;
  private final Path work;
  private final Path output;

  /**
   * @param project the folder of template.yaml
   * @param starts of each subject
   */
  public Starts(Path project, int starts, Consumer<String> progress) {
    this.project = project;
    this.starts = starts;
    this.progress = progress;
    this.work = project.resolve(".antrean/bench/starts");
    this.output = work.resolve("output.log");
  }

  /** Measures every subject whose package is at hand. */
  public StartFigures measure() {
    try {
      Files.createDirectories(work);
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.accept("A stack starts, to measure functions on …");
    try (Stack stack = Stack.start(settings());
        StackClient client = new StackClient(stack.baseUri())) {
      return new StartFigures(starts, measure(stack, new Rehearsal(client)));
    }
  }

  private List<Measured> measure(Stack stack, Rehearsal people) {
    Subjects subjects = new Subjects(project, work, stack);
    List<Measured> all = new ArrayList<>();
    subjects
        .floor()
        .ifPresentOrElse(
            floor -> all.add(starts(floor, FirstEvent.of(Requests::anything, 200))),
            () -> tellMissing("floor"));
    Ready somebody = people.ready();
    FirstEvent hold =
        new FirstEvent(
            () -> Requests.hold(somebody), 200, Optional.of(() -> Requests.giveBack(somebody)));
    for (Subject one : ways(subjects, "booking", "BookingFunction", hold)) {
      all.add(holding(one, somebody, starts(one, hold)));
    }
    FirstEvent registration = FirstEvent.of(() -> Requests.register(people.caller()), 201);
    for (Subject one : ways(subjects, "registration", "RegistrationFunction", registration)) {
      all.add(starts(one, registration));
    }
    return all;
  }

  private List<Subject> ways(Subjects subjects, String module, String logicalId, FirstEvent first) {
    List<Subject> ways = new ArrayList<>();
    subjects.natively(module, logicalId).ifPresentOrElse(ways::add, () -> tellMissing(module));
    Subject jvm = subjects.jvm(module, logicalId);
    ways.add(jvm);
    progress.accept(module + ": a run for the AOT cache …");
    ways.add(subjects.ahead(jvm, (subject, words) -> train(subject, words, first)));
    return ways;
  }

  private void tellMissing(String module) {
    progress.accept(
        "%s has no native package; ./antrean native %s builds it.".formatted(module, module));
  }

  private void train(Subject subject, List<String> words, FirstEvent first) {
    try (TimedProcess process = new TimedProcess(subject, words, first.event().get(), output)) {
      process.awaitFirst(first.status());
      first.undo().ifPresent(undo -> process.answer(undo.get(), 200));
      process.endOrderly();
    }
  }

  private Measured starts(Subject subject, FirstEvent first) {
    progress.accept("%s: %d starts …".formatted(subject, starts));
    List<Double> answered = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    // The first is not counted: it reads the program from the disk.
    for (int i = 0; i <= starts; i++) {
      try (TimedProcess process = start(subject, first.event().get())) {
        process.awaitFirst(first.status());
        double millis = process.millis();
        if (i > 0) {
          answered.add(millis);
          memory.add((double) process.memory());
        }
        first.undo().ifPresent(undo -> process.answer(undo.get(), 200));
      }
    }
    return new Measured(subject, answered, memory, Optional.empty());
  }

  private Measured holding(Subject subject, Ready who, Measured started) {
    progress.accept("%s: %d holds …".formatted(subject, HOLDS));
    try (TimedProcess process = start(subject, Requests.hold(who))) {
      process.awaitFirst(200);
      process.answer(Requests.giveBack(who), 200);
      double early = processorOf(process, who, EARLY);
      hold(process, who, HOLDS - 1 - EARLY - LATE);
      double late = processorOf(process, who, LATE);
      return new Measured(
          subject,
          started.firstAnswer(),
          started.firstMemory(),
          Optional.of(new Measured.Holding(process.memory(), early, late)));
    }
  }

  /** Milliseconds of each, on average. */
  private static double processorOf(TimedProcess process, Ready who, int holds) {
    double before = process.processorMillis();
    hold(process, who, holds);
    return (process.processorMillis() - before) / holds;
  }

  private static void hold(TimedProcess process, Ready who, int times) {
    for (int i = 0; i < times; i++) {
      process.answer(Requests.hold(who), 200);
      process.answer(Requests.giveBack(who), 200);
    }
  }

  private TimedProcess start(Subject subject, String event) {
    return new TimedProcess(subject, subject.command().words(), event, output);
  }

  private StackSettings settings() {
    OutsideWorld outside = new OutsideWorld(work);
    return StackSettings.of(project)
        .withParameters(Starts::parameters)
        .withSeed(Path.of("infra/offices.json"), List.of("CalendarFunction"))
        .withRoutes(outside::addTo)
        .withLogs(work.resolve("logs"))
        .withConsole(progress);
  }

  private static Map<String, String> parameters(URI base) {
    Map<String, String> parameters = new HashMap<>(OutsideWorld.parameters(base));
    parameters.putAll(UNBOUNDED);
    parameters.put("Flavour", "jvm");
    return parameters;
  }
}
