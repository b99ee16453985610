package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.TooLarge;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Status;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Fee;
import id.antrean.memory.InterceptedSaves;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the store makes of an application that much has happened to, and of a former one's item. */
@ExtendWith(RealStore.class)
class GrowingOldTest {
  private static final Actor SITI = new Actor.Applicant("siti");

  private static final Identity TOO_MUCH =
      new Identity(IdentityVerdict.DIFFERS, Collections.nCopies(50_000, "0123456789"), Samples.NOW);

  /** Of the attributes of an item, those that a former version does not know. */
  private static final List<String> NEW =
      List.of("revision", "earlierEntries", "seatOwed", "expiries", "takes");

  private final Tables tables;
  private final Scene scene;

  GrowingOldTest(Tables tables) {
    this.tables = tables;
    this.scene = Scene.on(tables);
  }

  @Test
  void hundredsOfMovesLeaveTheItemAsLargeAsItWasAndEverySeatFree() {
    SessionId eight = scene.opens(0, "08:00", 1);
    SessionId nine = scene.opens(0, "09:00", 1);
    Application siti = scene.holder("siti", eight);
    List<Integer> sizes = new ArrayList<>();
    for (int move = 0; move < 240; move++) {
      // Nobody may move as often within an hour; the seat itself is held for two.
      if (move % 18 == 17) {
        Scene.done(scene.functions().giveBack(siti));
        scene.functions().clock().pass(Duration.ofHours(1));
      }
      Scene.done(scene.functions().hold(siti, move % 2 == 0 ? nine : eight));
      sizes.add(main(siti.id()).toString().length());
    }
    assertThat(Collections.max(sizes.subList(140, 240)))
        .isLessThan(Collections.max(sizes.subList(0, 100)) + 50);
    Scene.done(scene.functions().giveBack(siti));
    assertThat(scene.taken(eight) + scene.taken(nine)).isZero();
    assertThat(scene.brokenAtRest()).isEmpty();
    assertThat(wholeTimeline(siti.id())).hasSize(scene.see(siti).revision());
  }

  @Test
  void anItemOfTheFormerVersionIsReadAndKeepsWhatItMeant() {
    Application ready = scene.somebody("siti");
    Application left = ready;
    for (int expired = 0; expired < 3; expired++) {
      left = Samples.expired(left.hold(seat(left), NOW, SITI, NOW), SITI, NOW.plusSeconds(expired));
    }
    save(ready, left);
    Application siti = asFormerly(ready.id());
    assertThat(siti.revision()).isEqualTo(siti.version());
    assertThat(siti.booking().history().expiries())
        .containsExactly(NOW.plusSeconds(2), NOW.plusSeconds(1), NOW);
    for (int fences = 0; fences < 5; fences++) {
      save(siti, siti.fence());
      assertThat(scene.see(siti).revision()).as("nobody sees a fence").isEqualTo(siti.revision());
      siti = scene.see(siti);
    }
    for (int entries = 0; entries < 100; entries++) {
      save(siti, siti.identified(siti.dossier().identity(), SITI, NOW));
      siti = scene.see(siti);
    }
    assertThat(siti.booking().history().expiries()).as("though its timeline moved on").hasSize(3);
  }

  @Test
  void anItemSaysWhichVersionWroteItLast() {
    Application siti = scene.somebody("siti");
    AttributeValue ours = Objects.requireNonNull(main(siti.id()).get("schema"));
    Map<String, AttributeValue> former = new HashMap<>(main(siti.id()));
    former.put("schema", AttributeValue.fromN("0"));
    put(former);
    save(siti, siti.fence());
    assertThat(main(siti.id())).containsEntry("schema", ours);
  }

  @Test
  void lateMoneyOfTheFormerVersionIsOwedItsSeat() {
    Application ready = scene.somebody("siti");
    Application left = Samples.expired(ready.hold(seat(ready), NOW, SITI, NOW), SITI, NOW);
    Bill bill = Bill.issue(new BillingCode("800000000000001"), new Fee(List.of()), NOW);
    Application paid =
        left.billed(bill)
            .pay(bill, new Bill.Payment("bank", "p", null, NOW, null), false, SITI, NOW);
    save(ready, paid.identified(paid.dossier().identity(), SITI, NOW));
    Application siti = asFormerly(ready.id());
    assertThat(siti.status()).isEqualTo(Status.PAID_UNSCHEDULED);
    assertThat(siti.booking().history().seatOwed()).isTrue();
  }

  @Test
  void anItemThatTheFormerVersionFilledIsFencedAndGoesOnSmall() {
    int entries = 3_000;
    Application ready = scene.somebody("siti");
    Map<String, AttributeValue> full = new HashMap<>(main(ready.id()));
    AttributeValue one = Objects.requireNonNull(full.get("timeline")).l().getFirst();
    full.put("timeline", AttributeValue.fromL(Collections.nCopies(entries, one)));
    put(full);
    Application siti = asFormerly(ready.id());
    assertThat(siti.timeline().recent()).hasSize(entries);
    save(siti, siti.fence());
    assertThat(scene.see(siti).timeline().recent()).hasSizeLessThanOrEqualTo(Timeline.MOST);
    assertThat(wholeTimeline(siti.id())).isEqualTo(siti.timeline().recent());
    assertThat(item(siti.id(), "timeline#0000000000").get("schema"))
        .as("what moves beside it is written as this version writes it")
        .isNotNull()
        .isEqualTo(main(siti.id()).get("schema"));
    assertThat(item(siti.id(), "timeline#0000000000").get("retainUntil"))
        .as("and ends with it")
        .isNotNull()
        .isEqualTo(main(siti.id()).get("retainUntil"));
    SessionId eight = scene.opens(0, "08:00", 1);
    assertThat(Scene.done(scene.functions().hold(siti, eight)).status())
        .isEqualTo(Status.AWAITING_PAYMENT);
  }

  /** The store's own expiry counts in seconds, and would never come to a number of milliseconds. */
  @Test
  void anItemSaysInSecondsWhenTheLawLetsItEnd() {
    Application siti = scene.somebody("siti");

    Instant end = siti.createdAt().atZone(ZoneId.of("Asia/Jakarta")).plusYears(5).toInstant();

    AttributeValue seconds = AttributeValue.fromN(Long.toString(end.getEpochSecond()));
    assertThat(main(siti.id()).get("retainUntil")).isEqualTo(seconds);

    Map<String, AttributeValue> former = new HashMap<>(main(siti.id()));
    former.put("retainUntil", AttributeValue.fromN(Long.toString(end.toEpochMilli())));
    put(former);
    save(siti, siti.fence());

    assertThat(main(siti.id()).get("retainUntil")).as("after its next step").isEqualTo(seconds);
  }

  @Test
  void whatIsTooLargeIsSaidAtOnceAndLeavesNoSeat() {
    SessionId eight = scene.opens(0, "08:00", 1);
    Application siti = scene.somebody("siti");
    Change.Step alone = Change.of(siti, siti.identified(TOO_MUCH, SITI, NOW));
    Change.Bind together = Change.bind(siti, alone.after()).with(new Change.GuardPerson(null));
    assertThatThrownBy(() -> tables.saves().save(alone)).isInstanceOf(TooLarge.class);
    assertThatThrownBy(() -> tables.saves().bind(together)).isInstanceOf(TooLarge.class);
    Functions overfull = scene.functions().savingBy(overfull(tables.saves()));
    assertThatThrownBy(() -> overfull.hold(siti, eight)).isInstanceOf(TooLarge.class);
    assertThat(scene.taken(eight)).isZero();
    assertThat(scene.see(siti).revision()).isEqualTo(siti.revision());
  }

  /** Every step but a fence makes more of an application than the store takes. */
  private static SaveApplication overfull(SaveApplication store) {
    return new InterceptedSaves(
        store,
        change -> {
          boolean fence = change.after().revision() == change.before().revision();
          Application after =
              fence ? change.after() : change.after().identified(TOO_MUCH, SITI, NOW);
          return InterceptedSaves.save(
              store, InterceptedSaves.like(change, change.before(), after, change.parts()));
        });
  }

  private static Seat seat(Application application) {
    SessionId session = Samples.sessionId("08:00", Lane.REGULAR);
    HoldId hold = new HoldId(application.id(), application.version());
    return new Seat(session, hold, NOW, NOW, CILEGON.zone());
  }

  private void save(Application before, Application after) {
    assertThat(tables.saves().save(Change.of(before, after)))
        .isEqualTo(new SaveApplication.Saved());
  }

  /** The same application without what a former version did not write. */
  private Application asFormerly(ApplicationId id) {
    Map<String, AttributeValue> item = new HashMap<>(main(id));
    item.keySet().removeAll(NEW);
    put(item);
    return tables.applications().find(id).orElseThrow();
  }

  private Map<String, AttributeValue> main(ApplicationId id) {
    return item(id, "main");
  }

  private Map<String, AttributeValue> item(ApplicationId id, String part) {
    return tables
        .dynamo()
        .getItem(
            get ->
                get.tableName(tables.applicationsName())
                    .key(
                        Map.of(
                            "id", AttributeValue.fromS(id.value()),
                            "part", AttributeValue.fromS(part)))
                    .consistentRead(true))
        .item();
  }

  private void put(Map<String, AttributeValue> item) {
    tables.dynamo().putItem(put -> put.tableName(tables.applicationsName()).item(item));
  }

  private List<TimelineEntry> wholeTimeline(ApplicationId id) {
    List<TimelineEntry> whole =
        new ArrayList<>(tables.applications().find(id, 0, Integer.MAX_VALUE));
    whole.addAll(tables.applications().find(id).orElseThrow().timeline().recent());
    return whole;
  }
}
