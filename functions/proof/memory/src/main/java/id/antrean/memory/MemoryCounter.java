package id.antrean.memory;

import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.counter.Line;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of each office's days, and the tickets. */
public final class MemoryCounter implements KeepLine, KeepTickets {
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final Calls calls;
  private final Map<Day, Line> lines = new LinkedHashMap<>();
  private final Map<String, Remembered> asked = new HashMap<>();
  private final Map<HoldId, Ticket> tickets = new HashMap<>();

  private record Day(OfficeId office, LocalDate date) {}

  private record Remembered(Asked asked, Instant until) {}

  MemoryCounter(Calls calls) {
    this.calls = calls;
  }

  public Collection<Line> lines() {
    return Collections.unmodifiableCollection(lines.values());
  }

  /** As it stands, without a call. */
  public Line see(OfficeId office, LocalDate date) {
    return line(office, date);
  }

  /** A line as it stands. */
  public void has(Line line) {
    lines.put(new Day(line.office(), line.date()), line);
  }

  @Override
  public Line find(OfficeId office, LocalDate date) {
    return calls.make("line", () -> line(office, date));
  }

  private Line line(OfficeId office, LocalDate date) {
    Line known = lines.get(new Day(office, date));
    return known == null ? Line.nobodyYet(office, date) : known;
  }

  @Override
  public boolean keep(Line before, Line after, @Nullable Asked request, Instant now) {
    return calls.make("keep line", () -> kept(before, after, request, now));
  }

  private boolean kept(Line before, Line after, @Nullable Asked request, Instant now) {
    Line standing = line(before.office(), before.date());
    if (standing.version() != before.version()
        || (request != null && known(before, request.key(), now).isPresent())) {
      return false;
    }
    lines.put(new Day(before.office(), before.date()), after.atVersion(before.version() + 1));
    if (request != null) {
      asked.put(
          name(before.office(), before.date(), request.key()),
          new Remembered(request, now.plus(REMEMBERED)));
    }
    return true;
  }

  @Override
  public Optional<Asked> asked(OfficeId office, LocalDate date, String key, Instant now) {
    return calls.make("asked", () -> known(Line.nobodyYet(office, date), key, now));
  }

  private Optional<Asked> known(Line line, String key, Instant now) {
    return Optional.ofNullable(asked.get(name(line.office(), line.date(), key)))
        .filter(it -> it.until().isAfter(now))
        .map(Remembered::asked);
  }

  private static String name(OfficeId office, LocalDate date, String key) {
    return office + "#" + date + "#" + key;
  }

  @Override
  public Optional<Ticket> of(HoldId hold) {
    return calls.make("ticket", () -> Optional.ofNullable(tickets.get(hold)));
  }

  @Override
  public Optional<Ticket> by(TicketCode code) {
    return calls.make(
        "ticket", () -> tickets.values().stream().filter(it -> it.code().equals(code)).findFirst());
  }

  @Override
  public boolean keep(Ticket ticket, Instant until) {
    return calls.make(
        "keep ticket",
        () ->
            tickets.values().stream().noneMatch(it -> it.code().equals(ticket.code()))
                && tickets.putIfAbsent(ticket.hold(), ticket) == null);
  }
}
