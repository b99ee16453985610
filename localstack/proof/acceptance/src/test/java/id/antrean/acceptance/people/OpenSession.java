package id.antrean.acceptance.people;

import java.time.LocalDate;
import java.util.Map;

/** A session that an officer has opened: its seats are an hour's visit at an office. */
public record OpenSession(String office, LocalDate date, String start, String lane, int quota) {

  public String id() {
    return "%s.%s.%s.%s".formatted(office, date, start.replace(":", ""), lane);
  }

  public String month() {
    return date.toString().substring(0, 7);
  }

  /** The same session with another quota. */
  public OpenSession quota(int other) {
    return new OpenSession(office, date, start, lane, other);
  }

  /** As an officer sets it. */
  public Map<String, Object> json() {
    return Map.of("start", start, "minutes", 60, "lane", lane, "quota", quota);
  }
}
