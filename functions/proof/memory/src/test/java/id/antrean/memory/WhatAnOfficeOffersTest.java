package id.antrean.memory;

import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.office;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.passport.PassportRequest.Kind;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.HoldSeat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An office sells seats of what it makes; who has one is not asked again. */
class WhatAnOfficeOffersTest {
  private static final SessionId REGULAR = sessionId("08:00", Lane.REGULAR);
  private static final SessionId EXPRESS = sessionId("08:00", Lane.EXPRESS);

  private final World world =
      new World(NOW, new Faults()).has(session(REGULAR, 1)).has(session(EXPRESS, 1));
  private final HoldSeat hold =
      world.holdSeat(
          () -> new BillingCode("800000000000001"),
          new HoldTerms(Duration.ofHours(2), Duration.ofMinutes(3), 2, 3, 20, 30));

  private void offers(Office.Service... services) {
    world.has(office("CLG", "Asia/Jakarta", 1, List.of(services)));
  }

  private Outcome<Application> hold(SessionId session) {
    Application siti = ready("siti");
    if (world.applications.all().isEmpty()) {
      world.has(siti);
    }
    return hold.hold(siti.id(), session, account("siti"), null);
  }

  private void doesNotOffer(SessionId session) {
    assertThat(hold(session)).isEqualTo(Outcome.refused(new Refusal.NotOffered()));
    assertThat(world.see(session).seats()).isEmpty();
    assertThat(world.deadlines.queue.waiting()).isEmpty();
  }

  @Test
  void aLaneThatItDoesNotHave() {
    offers(
        new Office.Service(
            PassportRequest.Type.ELECTRONIC, List.of(Kind.NEW), List.of(Lane.REGULAR)));
    doesNotOffer(EXPRESS);
    assertThat(hold(REGULAR)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aSeatThatIsHadStaysWhateverIsOfferedSince() {
    world.has(office("CLG", "Asia/Jakarta", 1));
    assertThat(hold(REGULAR)).isInstanceOf(Outcome.Done.class);
    offers();
    assertThat(hold(REGULAR)).as("the same again").isInstanceOf(Outcome.Done.class);
    assertThat(hold(EXPRESS)).isEqualTo(Outcome.refused(new Refusal.NotOffered()));
    assertThat(world.see(REGULAR).seats()).hasSize(1);
  }
}
