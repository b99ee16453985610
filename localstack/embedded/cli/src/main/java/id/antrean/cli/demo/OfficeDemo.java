package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.endpoint.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An officer's day: somebody's papers are looked at before they come, a day ahead is closed and
 * opened again, and then the day of the visit comes; and somebody without a phone.
 */
public final class OfficeDemo {
  private static final String OFFICE = "CLG";

  /** People come a little before their session. */
  private static final Duration EARLY = Duration.ofMinutes(20);

  private static final int DAYS_TO_THE_CLOSED_ONE = 14;

  private final Narrator narrator = new Narrator(System.out);
  private final Rehearsal rehearsal;
  private final Walk officer;
  private final Walk supervisor;
  private final StackClient stack;

  public OfficeDemo(StackClient stack) {
    this.stack = stack;
    this.rehearsal = new Rehearsal(stack);
    Tokens tokens = new Tokens(stack);
    this.officer = new Walk(stack, narrator, tokens.of("budi", "officer", Optional.of(OFFICE)));
    this.supervisor =
        new Walk(stack, narrator, tokens.of("sri", "supervisor", Optional.of(OFFICE)));
  }

  public void day() {
    narrator.chapter(
        "Somebody has registered, uploaded their papers, taken a seat and paid for it");
    Rehearsal.Ready siti = rehearsal.confirmed();
    narrator.note("application %s, %s".formatted(siti.application(), siti.session()));
    Walk applicant = new Walk(stack, narrator, siti.token());
    String date = siti.session().split("\\.", -1)[1];

    beforeTheVisit(siti, date);
    closing(LocalDate.parse(date).plusDays(DAYS_TO_THE_CLOSED_ONE).toString());
    atTheCounter(siti, applicant);
    withoutAPhone(date);
    narrator.end("Completed: both came once, and are free to apply again.");
  }

  private void beforeTheVisit(Rehearsal.Ready siti, String date) {
    narrator.chapter("The officer looks at the day's list, and at her papers");
    officer.get(office("/appointments?date=" + date), "/items/0/name", "/items/0/status");
    officer.get(
        appointment(siti, ""), "/applicant/nik", "/documents/0/kind", "/documents/0/status");
    officer.call(
        "POST",
        appointment(siti, "/review"),
        Walk.json().put("note", "Please bring the original family card"),
        "/version");
  }

  private void closing(String date) {
    narrator.chapter("The supervisor closes a day two weeks later, and thinks better of it");
    Reply closure =
        supervisor.call(
            "POST",
            office("/closures"),
            Walk.json().put("from", date).put("to", date).put("reason", "The power is out"),
            "/state",
            "/sessions");
    String one = office("/closures/" + closure.at("/id"));
    Waiting.await("the day to be closed", () -> is(one, "CLOSED"));
    supervisor.get(one, "/state", "/closed", "/left");
    supervisor.call("DELETE", one, Walk.nothing(), "/state");
    Waiting.await("the day to be open", () -> is(one, "OPEN"));
    supervisor.get(one, "/state");
    supervisor.get(office("/history?from=" + today() + "&to=" + today()), "/items/0/kind");
  }

  private boolean is(String closure, String state) {
    return supervisor.quietly(closure).at("/state").equals(state);
  }

  private void atTheCounter(Rehearsal.Ready siti, Walk applicant) {
    narrator.chapter("The day of her visit comes; she shows her ticket");
    Reply ticket =
        applicant.get("/v1/applications/" + siti.application() + "/ticket", "/code", "/letsInFrom");
    OffsetDateTime starts = OffsetDateTime.parse(ticket.at("/session/startsAt"));
    Duration until = Duration.between(now(), starts.minus(EARLY));
    applicant.call("POST", "/sandbox/clock", Walk.json().put("advance", until.toString()), "/now");
    Reply arrival =
        officer.call(
            "POST",
            office("/check-ins"),
            Walk.json().put("code", ticket.at("/code")),
            "/number",
            "/name",
            "/status");
    narrator.note("She is number %s.".formatted(arrival.at("/number")));

    narrator.chapter("Desk 3 calls, and she is served");
    officer.call(
        "POST", office("/calls"), Walk.json().put("desk", "3"), "/number", "/desk", "/name");
    officer.get(office("/display"), "/calls/0/number", "/calls/0/desk", "/waiting");
    officer.call(
        "POST", appointment(siti, "/outcome"), Walk.json().put("outcome", "COMPLETED"), "/status");
    narrator.events(
        applicant.get("/v1/applications/" + siti.application() + "/timeline").body().path("items"));
  }

  /** The first offices keep some seats of every working day for people at the desk. */
  private void withoutAPhone(String date) {
    narrator.chapter("Somebody else comes without a phone, with her papers in her hand");
    ObjectNode form = rehearsal.form();
    form.put("sessionId", OFFICE + "." + date + ".0800.WALK_IN");
    form.putArray("papersSeen").add("ID_CARD").add("FAMILY_CARD").add("BIRTH_CERTIFICATE");
    Reply held =
        officer.call("POST", office("/walk-ins"), form, "/status", "/bill/billingCode", "/id");
    String one = office("/appointments/" + held.at("/id"));
    officer.call(
        "POST",
        "/sandbox/aggregators/standard/payments",
        Walk.json().put("billingCode", held.at("/bill/billingCode")),
        "/deliveries/0/status");
    Waiting.await("her payment", () -> officer.quietly(one).at("/status").equals("CONFIRMED"));
    officer.get(one + "/ticket", "/code", "/name");
    officer.call(
        "POST",
        office("/check-ins"),
        Walk.json().put("applicationId", held.at("/id")),
        "/number",
        "/status");
    officer.call("POST", office("/calls"), Walk.json().put("desk", "3"), "/number", "/name");
    officer.call("POST", one + "/outcome", Walk.json().put("outcome", "COMPLETED"), "/status");
  }

  private OffsetDateTime now() {
    return OffsetDateTime.parse(officer.quietly("/sandbox/clock").at("/now"));
  }

  private LocalDate today() {
    return now().toLocalDate();
  }

  private static String office(String path) {
    return "/v1/offices/" + OFFICE + path;
  }

  private static String appointment(Rehearsal.Ready siti, String path) {
    return office("/appointments/" + siti.application() + path);
  }
}
