package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.endpoint.Tokens;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Random;

/** People who are ready for what somebody else wants to look at, without a word. */
public final class Rehearsal {
  private final Random random = new SecureRandom();
  private final Narrator silent =
      new Narrator(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  private final StackClient stack;

  public Rehearsal(StackClient stack) {
    this.stack = stack;
  }

  /**
   * Somebody who may call.
   *
   * @param registration the body of theirs, as JSON
   */
  public record Caller(String token, String registration) {}

  /** Somebody with every paper verified, and a session with a free seat. */
  public record Ready(String token, String application, String session) {}

  /** Somebody new, of whom nothing is known yet. */
  public Caller caller() {
    Applicant applicant = Applicant.anybody(random);
    return new Caller(token(applicant), applicant.registration().toString());
  }

  /** What somebody new would be registered with. */
  ObjectNode form() {
    return Applicant.anybody(random).registration();
  }

  /** Registers somebody, uploads their papers, and waits until these are verified. */
  public Ready ready() {
    Applicant applicant = Applicant.anybody(random);
    String token = token(applicant);
    Walk walk = new Walk(stack, silent, token);
    Reply application = walk.call("POST", "/v1/applications", applicant.registration());
    upload(token, application, () -> {});
    String id = application.at("/id");
    Waiting.await(
        "the papers to be verified",
        () -> walk.quietly("/v1/applications/" + id).at("/status").equals("READY"));
    return new Ready(token, id, FreeSession.first(walk).id());
  }

  /**
   * Declares the papers that an application misses, and uploads them.
   *
   * @param afterEach is done when a paper has been uploaded, before the next one
   */
  public void upload(String token, Reply application, Runnable afterEach) {
    Walk walk = new Walk(stack, silent, token);
    new Uploads(stack, silent, walk, new Scanner(random)).everyMissingPaper(application, afterEach);
  }

  /** Somebody ready takes that seat and pays for it. */
  public Ready confirmed() {
    Ready ready = ready();
    Walk walk = new Walk(stack, silent, ready.token());
    String application = "/v1/applications/" + ready.application();
    Reply held =
        walk.call("PUT", application + "/booking", Walk.json().put("sessionId", ready.session()));
    walk.call(
        "POST",
        "/sandbox/aggregators/midtrans/payments",
        Walk.json().put("billingCode", held.at("/bill/billingCode")));
    Waiting.await(
        "the application to be confirmed",
        () -> walk.quietly(application).at("/status").equals("CONFIRMED"));
    return ready;
  }

  private String token(Applicant applicant) {
    return new Tokens(stack).of(applicant.account(), "applicant", Optional.empty());
  }
}
