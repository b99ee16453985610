package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.deploy.Schedule;
import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.function.HostedFunction;
import id.antrean.stack.function.Invocation;
import id.antrean.stack.template.Template;
import id.antrean.stack.template.TemplateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Runs functions by their schedules in business time, and rotates secrets. A schedule that came due
 * several times while time was moved runs once.
 */
public final class Schedules implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final SecretRotations rotations;
  private final FunctionHost functions;
  private final InstantSource clock;
  private final Activity activity;
  private final FailureQueues failures;
  private final Consumer<String> console;
  private final List<Entry> entries = new ArrayList<>();
  private final Thread ticking;

  /** Starts to watch the clock; every schedule counts from now. */
  public Schedules(
      List<Schedule> schedules,
      SecretRotations rotations,
      FunctionHost functions,
      InstantSource clock,
      Activity activity,
      FailureQueues failures,
      Consumer<String> console) {
    this.rotations = rotations;
    this.functions = functions;
    this.clock = clock;
    this.activity = activity;
    this.failures = failures;
    this.console = console;
    for (Schedule schedule : schedules) {
      entries.add(new Entry(schedule, recurrence(schedule), clock.instant()));
    }
    this.ticking = Thread.ofVirtual().name("schedules").start(this::tick);
  }

  private static Recurrence recurrence(Schedule schedule) {
    try {
      return Recurrence.parse(schedule.expression());
    } catch (IllegalArgumentException e) {
      throw new TemplateException("schedule of " + schedule.function(), e.toString());
    }
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(TICK);
        runDue();
      }
    } catch (InterruptedException e) {
      return;
    }
  }

  /** Starts every schedule that is due; they count as under way when this returns. */
  void runDue() {
    Instant now = clock.instant();
    for (Entry entry : entries) {
      if (entry.takeIfDue(now)) {
        begin("schedule-" + entry.schedule.function(), () -> run(entry.schedule));
      }
    }
    rotations.takeDue().forEach(rotation -> begin("rotation", rotation));
  }

  private void begin(String name, Runnable run) {
    activity.begin();
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                run.run();
              } finally {
                activity.end();
              }
            });
  }

  /**
   * Runs a scheduled function now and waits for it.
   *
   * @return how it ended
   * @throws IllegalArgumentException if that function has no schedule
   */
  public Invocation run(String function) {
    for (Entry entry : entries) {
      if (entry.schedule.function().equals(function)) {
        return run(entry.schedule);
      }
    }
    throw new IllegalArgumentException("there is no scheduled function " + function);
  }

  private Invocation run(Schedule schedule) {
    String event = event(schedule);
    HostedFunction function = functions.function(schedule.function());
    Invocation invocation = function.invoke(event);
    if (!(invocation instanceof Invocation.Answered) && !invocation.equals(Invocation.stopped())) {
      console.accept("scheduled run of " + schedule.function() + " failed; its log says why");
      schedule
          .failureQueueArn()
          .ifPresent(
              queue ->
                  failures.tell(
                      queue,
                      FailedCall.message(
                          function.spec().arn(), event, invocation, clock.instant())));
    }
    return invocation;
  }

  private String event(Schedule schedule) {
    return schedule.input().orElseGet(() -> scheduledEvent(schedule));
  }

  private String scheduledEvent(Schedule schedule) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.events");
    event.put("account", Template.ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Template.REGION);
    event
        .putArray("resources")
        .add(
            "arn:aws:events:%s:%s:rule/%s"
                .formatted(Template.REGION, Template.ACCOUNT, schedule.rule()));
    event.putObject("detail");
    return event.toString();
  }

  @Override
  public void close() {
    ticking.interrupt();
  }

  private static final class Entry {
    private final Schedule schedule;
    private final Recurrence recurrence;
    private Instant due;

    Entry(Schedule schedule, Recurrence recurrence, Instant now) {
      this.schedule = schedule;
      this.recurrence = recurrence;
      this.due = recurrence.next(now);
    }

    synchronized boolean takeIfDue(Instant now) {
      if (due.isAfter(now)) {
        return false;
      }
      while (!due.isAfter(now)) {
        Instant next = recurrence.next(due);
        due = next;
      }
      return true;
    }
  }
}
