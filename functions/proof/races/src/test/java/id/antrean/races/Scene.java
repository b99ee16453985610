package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.memory.Samples;
import id.antrean.races.Rules.Breach;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Sessions and people of a race. Every round has a day of its own. */
record Scene(Tables tables, Functions functions) {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 7);

  static Scene on(Tables tables) {
    return new Scene(tables, Functions.on(tables));
  }

  SessionId opens(int round, String time, int quota) {
    SessionId session =
        new SessionId(CILEGON.id(), FIRST_DAY.plusDays(round), LocalTime.parse(time), Lane.REGULAR);
    tables.put(Samples.session(session, quota));
    return session;
  }

  /** Somebody with complete papers, no two of the same name. */
  Application somebody(String name) {
    Application ready = Samples.ready(name);
    tables.put(ready);
    return ready;
  }

  /** Somebody who holds a seat there and has not paid. */
  Application holder(String name, SessionId session) {
    return done(functions.hold(somebody(name), session));
  }

  /** Somebody who has paid for a seat there. */
  Application payer(String name, SessionId session) {
    Application holder = holder(name, session);
    functions.pay(holder);
    return see(holder);
  }

  Application see(Application who) {
    return tables.applications().find(who.id()).orElseThrow();
  }

  Status status(Application who) {
    return see(who).status();
  }

  int taken(SessionId session) {
    return tables.seats().find(session).orElseThrow().seats().size();
  }

  /** What is broken once every message has arrived. */
  List<Breach> brokenAtRest() {
    functions.messagesArrive();
    return Rules.broken(tables, functions);
  }

  static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
