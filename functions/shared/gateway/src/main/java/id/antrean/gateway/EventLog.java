package id.antrean.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Missing;
import id.antrean.domain.application.Application;
import id.antrean.domain.office.Office;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log: one JSON object a line. It takes ids and names of things, and has no place for personal
 * data: what is thrown is recorded by its class and the place it came from, never by its message.
 */
public final class EventLog {
  private final PrintStream out;
  private final Clock clock;
  private final EmbeddedMetrics metrics;

  /**
   * @param namespace of the metrics that lines carry
   */
  public EventLog(PrintStream out, Clock clock, String namespace) {
    this.out = out;
    this.clock = clock;
    this.metrics = new EmbeddedMetrics(namespace);
  }

  /** What an event was about: an id, or the name of a thing. */
  public record Detail(String name, String value) {}

  /** That it happened, and to what. */
  public void tell(LogEvent event, String requestId, Detail... details) {
    write(event, requestId, null, details);
  }

  /**
   * What somebody did with an application at an office, or that they read it; nothing that is in
   * it.
   *
   * @param as what they are there
   */
  public void tell(
      LogEvent event,
      Request request,
      Office office,
      Application application,
      String as,
      Caller caller) {
    tell(
        event,
        request.id(),
        new Detail("office", office.id().value()),
        new Detail("applicationId", application.id().value()),
        new Detail(as, caller.subject()));
  }

  /** That it happened, to what, and because of which fault. */
  public void fault(LogEvent event, String requestId, Throwable fault, Detail... details) {
    write(event, requestId, fault, details);
  }

  /** What was counted or measured; nothing where there is nothing. */
  public void measure(String requestId, List<Measure> measures) {
    if (!measures.isEmpty()) {
      ObjectNode line = line(LogEvent.MEASURED, false, requestId);
      metrics.onto(line, clock.instant(), measures);
      out.println(line);
    }
  }

  /**
   * One line for a request that was answered.
   *
   * @param millis how long that took
   */
  void answered(Request request, Answer answer, long millis) {
    ObjectNode line = line(LogEvent.REQUEST, false, request.id());
    line.put("route", request.method() + " " + request.resource());
    line.put("status", answer.status());
    line.put("millis", millis);
    line.put("outcome", answer.outcome());
    request.about().or(answer::made).ifPresent(id -> line.put("applicationId", id));
    out.println(line);
  }

  /**
   * Does what nobody waits for, a message's errand or a scheduled run, in the name of the request
   * that caused it; and writes one line about it.
   *
   * @param errand answers in a word how it ended; what it throws is noted and thrown on
   */
  public void errand(Errand of, Supplier<String> errand) {
    long begun = System.nanoTime();
    try {
      String outcome = CurrentRequest.during(of.requestId(), errand);
      ended(of, outcome, begun, null);
    } catch (RuntimeException fault) {
      ended(of, "failed", begun, fault);
      throw fault;
    }
  }

  /** That a message was not understood. */
  public void unknown(Errand of) {
    ObjectNode line = line(LogEvent.MESSAGE_UNKNOWN, true, of.requestId());
    line.put("source", of.source());
    of.ids().forEach(line::put);
    out.println(line);
  }

  private void ended(Errand of, String outcome, long begun, @Nullable Throwable fault) {
    ObjectNode line = line(of.kind(), fault != null, of.requestId());
    line.put("source", of.source());
    line.put("millis", (System.nanoTime() - begun) / 1_000_000);
    line.put("outcome", outcome);
    of.ids().forEach(line::put);
    tell(line, fault);
    out.println(line);
  }

  private void write(
      LogEvent event, String requestId, @Nullable Throwable fault, Detail... details) {
    ObjectNode line = line(event, event.isAlarm(), requestId);
    for (Detail detail : details) {
      line.put(detail.name(), detail.value());
    }
    tell(line, fault);
    out.println(line);
  }

  /** What a person should know of is counted by its event, on the line that tells of it. */
  private ObjectNode line(LogEvent event, boolean alarming, String requestId) {
    Instant now = clock.instant();
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("timestamp", now.toString())
            .put("level", alarming ? "ERROR" : "INFO")
            .put("event", event.toString())
            .put("requestId", requestId);
    if (alarming) {
      Detail which = new Detail("event", event.toString());
      metrics.onto(line, now, List.of(Measure.once(Metric.ALARMING, which)));
    }
    return line;
  }

  private static void tell(ObjectNode line, @Nullable Throwable fault) {
    if (fault != null) {
      line.put("fault", chain(fault));
      if (fault instanceof Missing missing) {
        line.put("missing", missing.kind()).put("variable", missing.variable());
      }
      StackTraceElement[] trace = fault.getStackTrace();
      if (trace.length > 0) {
        line.put("at", trace[0].toString());
      }
    }
  }

  private static String chain(Throwable fault) {
    StringBuilder names = new StringBuilder(fault.getClass().getSimpleName());
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      names.append(" <- ").append(cause.getClass().getSimpleName());
    }
    return names.toString();
  }
}
