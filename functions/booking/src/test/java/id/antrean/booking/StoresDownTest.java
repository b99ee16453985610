package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever store is down, it is said to be worth trying again, and trying again is safe. */
class StoresDownTest {
  private final FrontDesk desk = new FrontDesk();

  @ParameterizedTest
  @ValueSource(strings = {"find", "arm", "claim", "save"})
  void aHoldThatAStoreDidNotTakePartInCanBeRepeated(String store) {
    desk.faults.down(store);

    assertThat(desk.holds(EIGHT).refused(503, "unavailable").headers()).containsKey("Retry-After");
    desk.holds(EIGHT).done();

    assertThat(desk.siti().status()).isEqualTo(Status.AWAITING_PAYMENT);
    assertThat(desk.world.see(EIGHT).seats())
        .containsExactly(desk.siti().booking().seat().orElseThrow().hold());
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "arm", "save"})
  void aSeatThatCouldNotBeGivenBackIsKeptUntilItIs(String store) {
    desk.holds(EIGHT).done();
    desk.faults.down(store);

    desk.givesBack().refused(503, "unavailable");
    assertThat(desk.siti().status()).isEqualTo(Status.AWAITING_PAYMENT);
    desk.givesBack().done();

    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
  }

  /** Its message frees the seat; nobody has to ask again for that. */
  @Test
  void aSeatThatIsFreedLaterIsGivenBackAllTheSame() {
    desk.holds(EIGHT).done();
    desk.faults.down("free");

    desk.givesBack().done();

    assertThat(desk.siti().status()).isEqualTo(Status.READY);
    assertThat(desk.world.deadlines.queue.waiting()).hasSize(2);
  }
}
