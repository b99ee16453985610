package id.antrean.sandbox.guide;

import static id.antrean.sandbox.guide.Example.get;
import static id.antrean.sandbox.guide.Example.post;

import java.util.ArrayList;
import java.util.List;

/** What the outside world can be asked, with examples that work as they stand. */
final class Guide {
  private static final String NO_BILL = "819204837561120";

  private static final List<Topic> EVERYWHERE =
      List.of(
          new Topic(
              "Identity",
              "The issuer of access tokens. Any name is an account; a token lives a day.",
              List.of(
                  post(
                      "a token for an applicant",
                      "/sandbox/identity/token",
                      "{\"subject\":\"siti\",\"roles\":[\"applicant\"]}"),
                  post(
                      "a token for an officer; supervisor and auditor are roles too",
                      "/sandbox/identity/token",
                      "{\"subject\":\"budi\",\"roles\":[\"officer\"],\"office\":\"CLG\"}"),
                  get(
                      "where its keys are, as any OpenID issuer says it",
                      "/sandbox/identity/.well-known/openid-configuration"))),
          new Topic(
              "Aggregators",
              "They take payments and post truly signed webhooks to the API. Put in the billing"
                  + " code of your own bill, and leave the amount out: then what the bill says is"
                  + " paid.",
              List.of(
                  get(
                      "who they are and which bills there are; in a browser, to pay by a click",
                      "/sandbox/aggregators"),
                  post(
                      "pay at Midtrans",
                      "/sandbox/aggregators/midtrans/payments",
                      "{\"billingCode\":\"" + NO_BILL + "\",\"amount\":650000}"),
                  post(
                      "pay at an aggregator that speaks Standard Webhooks, delivered twice",
                      "/sandbox/aggregators/standard/payments",
                      "{\"billingCode\":\"" + NO_BILL + "\",\"amount\":650000,\"times\":2}"),
                  post(
                      "a forged notification, which the API refuses",
                      "/sandbox/aggregators/standard/payments",
                      "{\"billingCode\":\"" + NO_BILL + "\",\"amount\":650000,\"tamper\":true}"),
                  post(
                      "a notification that comes three hours late, and again by its sender's"
                          + " schedule while the API does not take it: move the clock",
                      "/sandbox/aggregators/standard/payments",
                      "{\"billingCode\":\""
                          + NO_BILL
                          + "\",\"amount\":650000,\"after\":\"PT3H\",\"retry\":true}"),
                  post(
                      "tell all that waits now, in any order",
                      "/sandbox/aggregators/standard/outbox",
                      "{\"order\":\"shuffled\",\"seed\":7}"),
                  get("what waits to be told", "/sandbox/aggregators/standard/outbox"),
                  get(
                      "its secrets here, to sign a notification of your own",
                      "/sandbox/aggregators/standard"))),
          new Topic(
              "Dukcapil",
              "The civil registry, asked by the system at registration. A full name that contains"
                  + " BEDA differs, TIADA is not found, WAFAT is deceased, NONAKTIF is inactive,"
                  + " LAMBAT takes ten seconds, KUOTA is out of quota, SAMPAH gets garbage; every"
                  + " other person is as they say.",
              List.of(
                  post("take it down", "/sandbox/dukcapil/outage", "{\"down\":true}"),
                  post("and bring it back", "/sandbox/dukcapil/outage", "{\"down\":false}"))),
          new Topic(
              "Queues and schedules",
              "Named as in template.yaml.",
              List.of(
                  post("run a sweep now", "/sandbox/schedules/OverdueSweepFunction", ""),
                  post(
                      "send a message, here one that nobody understands",
                      "/sandbox/queues/DeadlineQueue/messages",
                      "{\"body\":{\"nobody\":\"understands this\"},\"copies\":1}"))));

  private static final Topic CLOCK =
      new Topic(
          "Clock",
          "Business time: deadlines, queue delays, timers and schedules move together, and the"
              + " answer comes when what came due has been done. Tokens stay on real time; webhooks"
              + " are signed at business time.",
          List.of(
              get("what time it is for the system", "/sandbox/clock"),
              post("let a minute pass", "/sandbox/clock", "{\"advance\":\"PT1M\"}")));

  private static final Topic FAULTS =
      new Topic(
          "Faults",
          "Between a function and dynamodb, sqs, states, secretsmanager or kms: DROP_REQUEST,"
              + " DROP_ANSWER, THROTTLE, CONFLICT, ERROR or MISSING. A fault with contains hits the"
              + " calls whose body contains that text, such as a table or an update expression. Left"
              + " out, operation, caller and contains are any; times is 1, or null for until cleared.",
          List.of(
              post(
                  "lose the answer to the next transaction of the booking function",
                  "/sandbox/faults",
                  "{\"service\":\"dynamodb\",\"operation\":\"TransactWriteItems\","
                      + "\"caller\":\"BookingFunction\",\"kind\":\"DROP_ANSWER\"}"),
              post(
                  "fail every claim of a seat, and nothing else",
                  "/sandbox/faults",
                  "{\"service\":\"dynamodb\",\"contains\":\"ADD seats\","
                      + "\"kind\":\"DROP_REQUEST\",\"times\":null}"),
              get("the faults, and how many calls each has hit", "/sandbox/faults"),
              new Example("clear all faults", "DELETE", "/sandbox/faults", "")));

  private static final Topic FIXED_CLOCK =
      new Topic(
          "Clock",
          "The machine's own; here it cannot be moved.",
          List.of(get("what time it is", "/sandbox/clock")));

  private Guide() {}

  /**
   * Everything that can be asked.
   *
   * @param embedded on the embedded stack, whose clock moves and which makes faults
   */
  static List<Topic> topics(boolean embedded) {
    List<Topic> topics = new ArrayList<>(EVERYWHERE);
    topics.add(embedded ? CLOCK : FIXED_CLOCK);
    if (embedded) {
      topics.add(FAULTS);
    }
    return topics;
  }
}
