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
import java.util.function.Supplier;

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
    Ready somebody = people.ready();
    List<Measured> all = new ArrayList<>();
    subjects.floor().ifPresent(floor -> all.add(starts(floor, Requests::anything, 200, () -> "")));
    List<Subject> booking =
        ways(subjects, "booking", "BookingFunction", one -> hold(one, somebody));
    for (Subject one : booking) {
      all.add(holding(one, somebody));
    }
    Consumer<TimedProcess> registers =
        process -> process.answer(Requests.register(people.caller()), 201);
    for (Subject one : ways(subjects, "registration", "RegistrationFunction", registers)) {
      all.add(starts(one, () -> Requests.register(people.caller()), 201, () -> ""));
    }
    return all;
  }

  private List<Subject> ways(
      Subjects subjects, String module, String logicalId, Consumer<TimedProcess> work) {
    List<Subject> ways = new ArrayList<>();
    subjects
        .natively(module, logicalId)
        .ifPresentOrElse(
            ways::add,
            () ->
                progress.accept(
                    "%s has no native package; ./antrean native %s builds it."
                        .formatted(module, module)));
    Subject jvm = subjects.jvm(module, logicalId);
    ways.add(jvm);
    progress.accept(module + ": a run for the AOT cache …");
    ways.add(
        subjects.ahead(
            jvm,
            (subject, words) -> {
              TimedProcess process = new TimedProcess(subject, words, output);
              work.accept(process);
              process.endOrderly();
            }));
    return ways;
  }

  private static void hold(TimedProcess process, Ready who) {
    process.answer(Requests.hold(who), 200);
    process.answer(Requests.giveBack(who), 200);
  }

  /**
   * @param after an event that makes the next start find what this one found; none if empty
   */
  private Measured starts(
      Subject subject, Supplier<String> event, int status, Supplier<String> after) {
    progress.accept("%s: %d starts …".formatted(subject, starts));
    List<Double> answered = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    // The first is not counted: it reads the program from the disk.
    for (int i = 0; i <= starts; i++) {
      String payload = event.get();
      try (TimedProcess process = start(subject)) {
        process.answer(payload, status);
        double millis = process.millis();
        if (i > 0) {
          answered.add(millis);
          memory.add((double) process.memory());
        }
        String undo = after.get();
        if (!undo.isEmpty()) {
          process.answer(undo, 200);
        }
      }
    }
    return new Measured(subject, answered, memory, Optional.empty());
  }

  private Measured holding(Subject subject, Ready who) {
    Measured first = starts(subject, () -> Requests.hold(who), 200, () -> Requests.giveBack(who));
    progress.accept("%s: %d holds …".formatted(subject, HOLDS));
    try (TimedProcess process = start(subject)) {
      hold(process, who);
      double early = processorOf(process, who, EARLY);
      hold(process, who, HOLDS - 1 - EARLY - LATE);
      double late = processorOf(process, who, LATE);
      return new Measured(
          subject,
          first.firstAnswer(),
          first.firstMemory(),
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
      hold(process, who);
    }
  }

  private TimedProcess start(Subject subject) {
    return new TimedProcess(subject, subject.command().words(), output);
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
