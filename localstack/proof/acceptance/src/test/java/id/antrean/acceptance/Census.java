package id.antrean.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.stack.Store;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts the rules that never break from outside: in the tables, past every function. */
final class Census {
  private static final Set<String> LIVE = Set.of("AWAITING_PAYMENT", "CONFIRMED", "CHECKED_IN");
  private static final int HOLD_BYTES = 16;

  private final Store store;

  Census(Store store) {
    this.store = store;
  }

  /** Seats that are taken by nobody, or bound and free, or more than the quota. */
  List<String> wrongSeats() {
    Set<String> bound = new TreeSet<>();
    for (JsonNode application : store.all("ApplicationsTable")) {
      JsonNode seat = application.path("booking").path("M");
      if (!seat.isMissingNode()) {
        bound.add(text(seat, "session") + " " + hold(seat));
      }
    }
    List<String> wrong = new ArrayList<>();
    Set<String> taken = new TreeSet<>();
    for (JsonNode session : store.all("SessionsTable")) {
      JsonNode seats = session.path("seats").path("BS");
      if (seats.size() > session.path("quota").path("N").asInt()) {
        wrong.add("oversold: " + id(session));
      }
      seats.forEach(seat -> taken.add(id(session) + " " + seat.asText()));
    }
    taken.stream().filter(seat -> !bound.contains(seat)).forEach(it -> wrong.add("leaked: " + it));
    bound.stream().filter(seat -> !taken.contains(seat)).forEach(it -> wrong.add("free: " + it));
    return wrong;
  }

  /** How many seats of that session are taken, whoever has them. */
  int seats(OpenSession session) {
    return store
        .one(
            "SessionsTable",
            Map.of(
                "officeMonth",
                session.office() + "#" + YearMonth.from(session.date()),
                "slot",
                "%02d#%s#%s"
                    .formatted(
                        session.date().getDayOfMonth(),
                        session.start().replace(":", ""),
                        session.lane())))
        .path("seats")
        .path("BS")
        .size();
  }

  /** Guards without a live booking and live bookings without a guard. */
  List<String> wrongGuards() {
    Set<String> wanted = new TreeSet<>();
    for (JsonNode application : store.all("ApplicationsTable")) {
      if (LIVE.contains(text(application, "status"))) {
        wanted.add("nik " + text(application, "id"));
      }
      if (text(application, "status").equals("AWAITING_PAYMENT")) {
        wanted.add("hold " + text(application, "id"));
      }
    }
    Set<String> there = new TreeSet<>();
    for (JsonNode guard : store.all("GuardsTable")) {
      if (guard.has("application")) {
        there.add("nik " + text(guard, "application"));
      }
      guard.path("applications").path("SS").forEach(id -> there.add("hold " + id.asText()));
    }
    List<String> wrong = new ArrayList<>();
    there.stream().filter(it -> !wanted.contains(it)).forEach(it -> wrong.add("left: " + it));
    wanted.stream().filter(it -> !there.contains(it)).forEach(it -> wrong.add("missing: " + it));
    return wrong;
  }

  /**
   * How the notice of that id is kept: {@code SETTLED}, {@code EXCEPTION} …; empty if it is not.
   */
  String notice(String id) {
    return store.all("PaymentsTable").stream()
        .filter(item -> text(item, "part").endsWith("#" + id))
        .map(item -> text(item, "state"))
        .findFirst()
        .orElse("");
  }

  /** What is kept of the notices that name this bill. */
  List<JsonNode> notices(String billingCode) {
    return store.all("PaymentsTable").stream()
        .filter(item -> text(item, "billingCode").equals(billingCode))
        .filter(item -> text(item, "part").startsWith("event#"))
        .toList();
  }

  private static String hold(JsonNode seat) {
    byte[] application = Base64.getUrlDecoder().decode(text(seat, "holdApplication"));
    int version = seat.path("holdVersion").path("N").asInt();
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(HOLD_BYTES).put(application).putInt(version).array());
  }

  private static String id(JsonNode session) {
    String[] month = text(session, "officeMonth").split("#", -1);
    String[] slot = text(session, "slot").split("#", 2);
    return month[0] + "." + month[1] + "-" + slot[0] + "." + slot[1].replace('#', '.');
  }

  private static String text(JsonNode item, String name) {
    return item.path(name).path("S").asText();
  }
}
