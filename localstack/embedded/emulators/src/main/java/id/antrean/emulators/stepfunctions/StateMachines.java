package id.antrean.emulators.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.clock.MovableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The state machines of the account and their executions, which follow business time and are kept
 * over restarts when there is a folder. A task may run twice if the process is killed between doing
 * it and writing it down. Thread-safe.
 */
public final class StateMachines implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(StateMachines.class.getName());
  private static final int AT_ONCE = 64;

  private final MachineDocuments documents;
  private final MovableClock clock;
  private final Machines machines;
  private final Timetable timetable;
  private final Interpreter interpreter;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private final Thread timer;
  private volatile Consumer<String> failures = machine -> {};

  private StateMachines(Optional<Path> folder, MovableClock clock, QueueSender queues) {
    this.documents = new MachineDocuments(folder);
    this.clock = clock;
    this.machines = new Machines(documents, clock);
    this.timetable = new Timetable(clock);
    this.interpreter = new Interpreter(clock, queues);
    this.timer = Thread.ofPlatform().daemon().name("state-machines").unstarted(this::followTime);
  }

  /** Those in the folder, going on where they were; none without a folder. */
  public static StateMachines open(Optional<Path> folder, MovableClock clock, QueueSender queues) {
    StateMachines opened = new StateMachines(folder, clock, queues);
    opened.documents.executions().forEach(opened::restore);
    clock.onMove(opened.timetable::timeMoved);
    opened.timer.start();
    return opened;
  }

  private void restore(Execution execution) {
    runs.put(execution.arn(), new Run(execution));
    schedule(execution);
  }

  /**
   * Makes the machine, or gives it a new definition by which new executions run.
   *
   * @param text the definition, JSON or YAML
   * @param substitutions values for its {@code ${Name}} placeholders
   * @return its ARN
   * @throws InvalidDefinition when it is not understood as a whole, naming the state
   */
  public String define(String name, String text, Map<String, String> substitutions) {
    machines.define(name, text, substitutions);
    return Arns.machine(name);
  }

  /**
   * Who is told of executions that fail.
   *
   * @param told takes the ARN of the machine
   */
  public void onFailure(Consumer<String> told) {
    failures = told;
  }

  /** Runs everything that is due by now; returns when its messages are handed over. */
  public void fireDue() {
    for (List<String> due = timetable.due(AT_ONCE); !due.isEmpty(); due = timetable.due(AT_ONCE)) {
      try (ExecutorService running = Executors.newVirtualThreadPerTaskExecutor()) {
        List<? extends Future<?>> all =
            due.stream().map(arn -> running.submit(() -> advance(arn))).toList();
        for (Future<?> each : all) {
          each.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("An execution could not go on", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void advance(String arn) {
    Run run = runs.get(arn);
    if (run == null) {
      timetable.remove(arn);
      return;
    }
    synchronized (run) {
      while (run.execution.progress() instanceof Progress.At at
          && !at.due().isAfter(clock.instant())) {
        keep(
            run,
            run.execution.at(
                interpreter.advance(machines.definition(run.execution), run.execution, at)));
      }
      schedule(run.execution);
    }
  }

  private void keep(Run run, Execution execution) {
    documents.put(execution);
    run.execution = execution;
    if (execution.progress() instanceof Progress.Ended ended
        && ended.status() == Progress.Status.FAILED) {
      failures.accept(Arns.machine(execution.machine()));
    }
  }

  private void schedule(Execution execution) {
    switch (execution.progress()) {
      case Progress.At at -> timetable.put(execution.arn(), at.due());
      case Progress.Ended _ -> timetable.remove(execution.arn());
    }
  }

  private void followTime() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        timetable.awaitDue();
        fireDue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "State machines: trying again in a second", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts an execution; the same name and input while that runs is the same execution. */
  Execution start(String machineArn, String name, JsonNode input) {
    Machine machine = machines.find(machineArn);
    Definition definition = Definition.parse(machine.text());
    Execution fresh =
        new Execution(
            machine.name(),
            machine.current(),
            name,
            input,
            clock.instant(),
            Progress.At.entering(definition.startAt(), input, clock.instant()));
    Run run = new Run(fresh);
    synchronized (run) {
      Run there = runs.putIfAbsent(fresh.arn(), run);
      if (there == null) {
        documents.put(fresh);
        schedule(fresh);
        return fresh;
      }
      Execution before = written(there);
      if (before.progress() instanceof Progress.At && before.input().equals(input)) {
        return before;
      }
      throw AwsError.badRequest(
          "ExecutionAlreadyExists", "Execution Already Exists: '" + fresh.arn() + "'");
    }
  }

  /** Not before it is on disk: whoever started it may still be writing. */
  private static Execution written(Run run) {
    synchronized (run) {
      return run.execution;
    }
  }

  Execution execution(String arn) {
    return Optional.ofNullable(runs.get(arn))
        .map(run -> run.execution)
        .orElseThrow(
            () ->
                AwsError.badRequest(
                    "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
  }

  /** Stops following time. What waits stays in the folder. */
  @Override
  public void close() {
    timer.interrupt();
    try {
      timer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The place of one execution; changed only while it is locked. */
  private static final class Run {
    private volatile Execution execution;

    private Run(Execution execution) {
      this.execution = execution;
    }
  }
}
