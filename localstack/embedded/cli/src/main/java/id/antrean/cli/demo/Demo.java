package id.antrean.cli.demo;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.endpoint.Tokens;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Random;

/** The lives that an applicant can have. Each ends with what it has shown. */
public final class Demo {
  /** The window of two hours, the hidden grace, and a little for the messages to arrive. */
  private static final String PAST_THE_WINDOW = "PT2H6M";

  private final Random random = new SecureRandom();
  private final Narrator narrator = new Narrator(System.out);
  private final Applicant applicant = Applicant.anybody(random);
  private final StackClient stack;
  private final Walk walk;

  public Demo(StackClient stack) {
    this.stack = stack;
    String token = new Tokens(stack).of(applicant.account(), "applicant", Optional.empty());
    this.walk = new Walk(stack, narrator, token);
  }

  /** Register, upload, hold, pay: confirmed. */
  public void paidLife() {
    String application = registered();
    FreeSession session = freeSession();
    pay(held(application, session));
    Waiting.await("the application to be confirmed", () -> status(application).equals("CONFIRMED"));
    walk.get(path(application), "/status", "/booking/session/startsAt", "/bill/status");
    timeline(application);
    narrator.end("Confirmed: Siti comes once, at the time that she chose.");
  }

  /** The bill is left unpaid: the seat is free again, and nothing else is lost. */
  public void unpaidLife() {
    String application = registered();
    FreeSession session = freeSession();
    int before = session.free(walk);
    held(application, session);
    letTheWindowPass(application);
    narrator.chapter("The seat is free again");
    Waiting.await("the seat to be free", () -> session.free(walk) == before);
    walk.get(session.availability(), "/officeId", "/month");
    narrator.note("%s: %d seats free, as before".formatted(session.id(), before));
    timeline(application);
    narrator.end("Ready again: only the seat is gone; data and papers are kept.");
  }

  /** The bill is paid after the seat was let go: the seat is won back. */
  public void lateLife() {
    String application = registered();
    FreeSession session = freeSession();
    String billingCode = held(application, session);
    letTheWindowPass(application);
    pay(billingCode);
    Waiting.await("the seat to come back", () -> status(application).equals("CONFIRMED"));
    narrator.chapter("Late money wins its seat back, because it is still free");
    walk.get(path(application), "/status", "/booking/session/startsAt", "/bill/status");
    timeline(application);
    narrator.end("Confirmed: money that comes late is never lost.");
  }

  private String registered() {
    narrator.chapter("Register");
    Reply application =
        walk.call(
            "POST",
            "/v1/applications",
            applicant.registration(),
            "/status",
            "/applicant/nik",
            "/applicant/identity/verdict",
            "/fee/amount");
    narrator.chapter("Upload the papers, straight to the store");
    new Uploads(stack, narrator, walk, new Scanner(random)).everyMissingPaper(application);
    String id = application.at("/id");
    Waiting.await("the papers to be verified", () -> status(id).equals("READY"));
    walk.get(path(id), "/status");
    return id;
  }

  private FreeSession freeSession() {
    narrator.chapter("Look for a free seat");
    FreeSession session = FreeSession.first(walk);
    narrator.note("%s: %d seats free".formatted(session.id(), session.free(walk)));
    return session;
  }

  private String held(String application, FreeSession session) {
    narrator.chapter("Hold it");
    Reply held =
        walk.call(
            "PUT",
            path(application) + "/booking",
            Walk.json().put("sessionId", session.id()),
            "/status",
            "/booking/session/startsAt",
            "/bill/billingCode",
            "/bill/amount",
            "/booking/payBy");
    return held.at("/bill/billingCode");
  }

  private void pay(String billingCode) {
    narrator.chapter("Pay: Midtrans takes the money and posts its signed notification");
    Reply payment =
        walk.call(
            "POST",
            "/sandbox/aggregators/midtrans/payments",
            Walk.json().put("billingCode", billingCode),
            "/deliveries/0/status");
    int answered = payment.body().at("/deliveries/0/status").asInt();
    if (answered / 100 != 2) {
      throw new CommandFailure("The notification was answered with " + answered + ".");
    }
  }

  private void letTheWindowPass(String application) {
    narrator.chapter("Two hours and six minutes pass without money");
    walk.call("POST", "/sandbox/clock", Walk.json().put("advance", PAST_THE_WINDOW), "/now");
    Waiting.await("the hold to expire", () -> status(application).equals("READY"));
    walk.get(path(application), "/status", "/bill/status");
  }

  private void timeline(String application) {
    narrator.chapter("What is on record");
    Reply timeline = walk.get(path(application) + "/timeline");
    narrator.events(timeline.body().path("items"));
  }

  private String status(String application) {
    return walk.quietly(path(application)).at("/status");
  }

  private static String path(String application) {
    return "/v1/applications/" + application;
  }
}
