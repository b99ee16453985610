package id.antrean.booking;

import static id.antrean.booking.FrontDesk.EIGHT;
import static id.antrean.booking.FrontDesk.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Status;
import org.junit.jupiter.api.Test;

/** {@code If-Match}: a late repeat on a bad network changes nothing any more. */
class UnderAVersionTest {
  private final FrontDesk desk = new FrontDesk();

  private static String tag(int version) {
    return "\"" + version + "\"";
  }

  @Test
  void aSeatIsHeldAtTheVersionThatWasSeen() {
    desk.holds(EIGHT, "If-Match", tag(desk.siti.revision())).done();
  }

  @Test
  void anOlderVersionHoldsMovesAndGivesBackNothing() {
    String seen = tag(desk.siti.revision());
    desk.holds(EIGHT, "If-Match", seen).done();
    int now = desk.siti().revision();

    assertThat(desk.holds(NINE, "If-Match", seen).refused(412, "stale").at("/version"))
        .isEqualTo(Integer.toString(now));
    assertThat(desk.givesBack("If-Match", seen).refused(412, "stale").at("/version"))
        .isEqualTo(Integer.toString(now));

    assertThat(desk.siti().booking().seat().orElseThrow().session()).isEqualTo(EIGHT);
    assertThat(desk.world.see(NINE).seats()).isEmpty();
  }

  /** Its client asked for what it saw, and that is not what it would get. */
  @Test
  void aRepeatUnderTheVersionBeforeIsStale() {
    String seen = tag(desk.siti.revision());
    desk.holds(EIGHT, "If-Match", seen).done();

    desk.holds(EIGHT, "If-Match", seen).refused(412, "stale");
  }

  @Test
  void anyOfSeveralVersionsWillDo() {
    String several = tag(1) + ", " + tag(desk.siti.revision());
    desk.holds(EIGHT, "If-Match", several).done();
  }

  @Test
  void aStarIsNoCondition() {
    desk.holds(EIGHT, "If-Match", "*").done();
    desk.givesBack("If-Match", "*").done();
  }

  @Test
  void aTagThatNoApplicationHasAllowsNothing() {
    desk.holds(EIGHT, "If-Match", "\"abc\"").refused(412, "stale");
    assertThat(desk.siti()).isEqualTo(desk.siti);
  }

  @Test
  void theVersionThatAHoldAnsweredGivesItBack() {
    String held = desk.holds(EIGHT).done().tag();

    desk.givesBack("If-Match", held).done();

    assertThat(desk.siti().status()).isEqualTo(Status.READY);
  }

  @Test
  void whatHappensMeanwhileMakesAVersionStale() {
    desk.faults.before("save", () -> desk.holds(NINE).done());

    desk.holds(EIGHT, "If-Match", tag(desk.siti.revision())).refused(412, "stale");

    assertThat(desk.world.see(EIGHT).seats()).isEmpty();
  }
}
