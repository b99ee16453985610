package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static id.antrean.booking.FrontDesk.NINE;
import static id.antrean.booking.FrontDesk.body;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application is its account's; to everybody else there is none. */
class WhoseApplicationTest {
  private static final String UNKNOWN = "0123456789abcdef";

  private final FrontDesk desk = new FrontDesk();

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "no id", "x", "../secrets"})
  void thereIsNoSuchApplication(String id) {
    desk.asks("siti", id, body(EIGHT)).refused(404, "not-found");
    desk.givesBackAs("siti", id).refused(404, "not-found");
    desk.billAs("siti", id).refused(404, "not-found");
  }

  /** Nothing is told of sessions and offices before it is known who asks for what. */
  @Test
  void anUnknownApplicationIsNotFoundBeforeItsSession() {
    String nowhere = "{\"sessionId\":\"XXX.2026-12-07.0800.REGULAR\"}";
    desk.asks("siti", UNKNOWN, nowhere).refused(404, "not-found");
    desk.asks("siti", UNKNOWN, "{\"sessionId\":\"no session\"}").refused(404, "not-found");
    desk.asks("siti", desk.siti.id().value(), nowhere).refused(404, "unknown-session");
    desk.asks("siti", desk.siti.id().value(), "{\"sessionId\":\"no session\"}")
        .refused(404, "unknown-session");
  }

  @Test
  void aStrangerHearsWhatEverybodyHearsOfNothing() {
    desk.holds(EIGHT).done();
    Application held = desk.siti();
    String id = held.id().value();

    String known = desk.asks("budi", id, body(NINE)).refused(404, "not-found").at("/detail");
    desk.asks("budi", id, body(EIGHT)).refused(404, "not-found");
    desk.asks("budi", id, "{\"sessionId\":\"no session\"}").refused(404, "not-found");
    desk.asks("budi", id, body(NINE), "If-Match", "\"1\"").refused(404, "not-found");
    desk.givesBackAs("budi", id).refused(404, "not-found");
    desk.givesBackAs("budi", id, "If-Match", "\"1\"").refused(404, "not-found");
    desk.billAs("budi", id).refused(404, "not-found");

    assertThat(desk.asks("budi", UNKNOWN, body(NINE)).at("/detail")).isEqualTo(known);
    assertThat(desk.siti()).isEqualTo(held);
    assertThat(desk.world.see(NINE).seats()).isEmpty();
  }

  @Test
  void aStrangerDoesNotLearnHowFarItHasCome() {
    Application draft = draft("wati");
    desk.world.has(draft);

    desk.asks("budi", draft.id().value(), body(EIGHT)).refused(404, "not-found");
    desk.asks("wati", draft.id().value(), body(EIGHT)).refused(409, "not-ready");
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, 401, unauthenticated",
    "officer, 403, forbidden",
    "supervisor, 403, forbidden",
    "auditor, 403, forbidden"
  })
  void onlyApplicantsBook(String token, int status, String type) {
    desk.holds(EIGHT).done();
    String id = desk.siti.id().value();

    desk.asks(token, id, body(NINE)).refused(status, type);
    desk.givesBackAs(token, id).refused(status, type);
    desk.billAs(token, id).refused(status, type);

    assertThat(desk.siti().status()).isEqualTo(Status.AWAITING_PAYMENT);
  }

  @Test
  void twoApplicationsOfOneAccountHoldTheirOwnSeats() {
    Application child = ready("child", "siti");
    desk.world.has(child);

    desk.holds(EIGHT).done();
    desk.holds(child, NINE).done();

    assertThat(desk.siti().booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
    assertThat(desk.world.see(child.id()).booking().seat().orElseThrow().session()).isEqualTo(NINE);
  }
}
