package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Unavailable;
import id.antrean.domain.document.Document.State;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.RejectionReason;
import id.antrean.uploads.House.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingTest {
  private final House house = new House();

  @Test
  void aSoundFileIsKeptAndCanBeRead() {
    String id = house.upload("ID_CARD", "a card");

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
    assertThat(house.files.kept).containsKey(new DocumentId(id));
    assertThat(house.files.incoming).isEmpty();
    Reply reply = house.one(id);
    assertThat(reply.json().path("status").asText()).isEqualTo("VERIFIED");
    assertThat(reply.json().at("/download/url").asText()).endsWith("/documents/" + id);
  }

  @Test
  void nothingUnverifiedIsServed() {
    String id = house.declare("ID_CARD", "a card").id();

    assertThat(house.one(id).json().path("download").isNull()).isTrue();
  }

  @Test
  void anUnsoundFileIsRejectedForAReason() {
    house.inspection = new Inspection.Unsound(Inspection.Reason.IMAGE_BROKEN);

    Reply reply = house.one(house.upload("ID_CARD", "a card"));

    assertThat(reply.json().path("status").asText()).isEqualTo("REJECTED");
    assertThat(reply.json().at("/reason/code").asText()).isEqualTo("IMAGE_BROKEN");
    assertThat(reply.json().at("/reason/detail").asText()).isNotBlank();
    assertThat(house.files.kept).isEmpty();
    assertThat(house.files.incoming).isEmpty();
  }

  @Test
  void whatIsNotTheDeclaredFileIsRejected() {
    String id = house.declare("ID_CARD", "a card").id();
    house.arrive(id, "a cord");
    house.verify(id);
    assertThat(house.document(id).reason()).isEqualTo(RejectionReason.OTHER_CHECKSUM);

    String other = house.declare("FAMILY_CARD", "a card").id();
    house.arrive(other, "a longer card");
    house.verify(other);
    assertThat(house.document(other).reason()).isEqualTo(RejectionReason.OTHER_SIZE);
  }

  @Test
  void anEventThatComesTwiceOrLateDoesNoHarm() {
    String id = house.upload("ID_CARD", "a card");
    int version = house.application().version();

    house.verify(id);
    assertThat(house.application().version()).isEqualTo(version);
    assertThat(house.files.kept).containsKey(new DocumentId(id));

    String late = house.sends("FAMILY_CARD", "a family card");
    house.world.has(house.application().cancel(House.SITI, house.world.time.instant()));
    int cancelled = house.application().version();
    house.verify(late);
    assertThat(house.application().version()).isEqualTo(cancelled);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void afterACrashAnywhereTheRepeatedEventFinishesTheWork(int callsUntilDown) {
    String id = house.sends("ID_CARD", "a card");
    house.files.callsUntilDown = callsUntilDown;
    assertThatThrownBy(() -> house.verify(id)).isInstanceOf(Unavailable.class);

    house.files.callsUntilDown = Integer.MAX_VALUE;
    house.verify(id);

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
    assertThat(house.files.kept).containsKey(new DocumentId(id));
    assertThat(house.files.incoming).isEmpty();
    assertThat(house.application().timeline().recent()).hasSize(3);
  }

  @Test
  void aFileTakenBackWhileItIsVerifiedLeavesNothing() {
    String id = house.sends("ID_CARD", "a card");
    house.faults.before("save", () -> house.remove(id, Map.of()));

    house.verify(id);

    assertThat(house.application().dossier().documents()).isEmpty();
    assertThat(house.files.kept).isEmpty();
    assertThat(house.files.incoming).isEmpty();
  }

  @Test
  void anotherChangeMeanwhileLosesNothing() {
    String id = house.sends("ID_CARD", "a card");
    house.faults.before("save", () -> house.declare("FAMILY_CARD", "a family card"));

    house.verify(id);

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
    assertThat(house.application().dossier().documents()).hasSize(2);
  }

  @Test
  void anEventOfTheStoreIsReadByItsDecodedKey() {
    String id = house.sends("ID_CARD", "a card");

    house.event(
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"incoming%2F"
            + House.ID
            + "/"
            + id
            + "\"}}}]}");

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "{\"Records\":[{}]}",
        "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"incoming/%zz\"}}}]}",
        "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"documents/AAAAAAAAAAAAAAAA/BBBBBBBBBBBBBBBB\"}}}]}"
      })
  void whatNobodyUnderstandsIsDroppedWithAnAlarm(String body) {
    house.event(body);

    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("ERROR");
  }

  @Test
  void theStoresTestAndKeysOfNobodyAreNoTrouble() {
    house.event("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}");
    house.event(
        "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"incoming/ZZZZZZZZZZZZZZZZ/BBBBBBBBBBBBBBBB\"}}}]}");

    assertThat(house.log.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR");
  }

  @Test
  void aStoreThatIsDownHandsTheEventBack() {
    String id = house.declare("ID_CARD", "a card").id();
    house.files.callsUntilDown = 0;

    assertThatThrownBy(
            () ->
                house.event(
                    "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"incoming/"
                        + House.ID
                        + "/"
                        + id
                        + "\"}}}]}"))
        .isInstanceOf(Unavailable.class);
  }

  // ---- Whatever a file does to the inspection ----

  static Stream<Throwable> faultsOfAFile() {
    return Stream.of(new IllegalStateException(), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("faultsOfAFile")
  void whatTheInspectionStumblesOverIsRejectedAtOnceWithAnAlarm(Throwable fault) {
    house.inspect = failing(fault);
    String id = house.sends("ID_CARD", "a card");

    house.event(House.arrivals(id));

    assertThat(house.document(id).reason()).isEqualTo(RejectionReason.IMAGE_BROKEN);
    assertThat(house.files.incoming).isEmpty();
    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("inspection-fault");
  }

  @Test
  void whatFindsNoMemoryIsTriedAgainAndRejectedAtTheThirdReceive() {
    house.inspect = failing(new OutOfMemoryError());
    String id = house.sends("ID_CARD", "a card");

    for (int received = 1; received < 3; received++) {
      int now = received;
      assertThatThrownBy(() -> house.event(House.arrivals(id), now))
          .isInstanceOf(Unavailable.class);
      assertThat(house.document(id).state()).isEqualTo(State.AWAITING_UPLOAD);
    }
    house.event(House.arrivals(id), 3);

    assertThat(house.document(id).reason()).isEqualTo(RejectionReason.IMAGE_BROKEN);
  }

  @Test
  void memoryThatWasShortForAMomentCostsAGoodFileNothing() {
    house.inspect = failing(new OutOfMemoryError());
    String id = house.sends("ID_CARD", "a card");
    assertThatThrownBy(() -> house.event(House.arrivals(id), 1)).isInstanceOf(Unavailable.class);

    house.inspect = (declared, content) -> new Inspection.Sound();
    house.event(House.arrivals(id), 3);

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
  }

  @Test
  void aStoreThatStaysDownNeverRejectsAFile() {
    String id = house.sends("ID_CARD", "a card");
    house.files.callsUntilDown = 0;
    assertThatThrownBy(() -> house.event(House.arrivals(id), 9)).isInstanceOf(Unavailable.class);

    house.files.callsUntilDown = Integer.MAX_VALUE;
    house.event(House.arrivals(id), 10);

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
  }

  @Test
  void oneFilesFateIsNoOthers() {
    house.inspect =
        (declared, content) -> {
          if (content.length == 6) {
            throw new OutOfMemoryError();
          }
          return new Inspection.Sound();
        };
    String bad = house.sends("ID_CARD", "a card");
    String good = house.sends("FAMILY_CARD", "a family card");

    assertThatThrownBy(() -> house.event(House.arrivals(bad, good)))
        .isInstanceOf(Unavailable.class);

    assertThat(house.document(good).state()).isEqualTo(State.VERIFIED);
    assertThat(house.document(bad).state()).isEqualTo(State.AWAITING_UPLOAD);
  }

  @Test
  void aFileIsLookedIntoOnceHoweverOftenTheApplicationChangesMeanwhile() {
    AtomicInteger looks = new AtomicInteger();
    house.inspect =
        (declared, content) -> {
          looks.incrementAndGet();
          return new Inspection.Sound();
        };
    String id = house.sends("ID_CARD", "a card");
    house.faults.before("save", () -> house.declare("FAMILY_CARD", "a family card"));

    house.verify(id);

    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
    assertThat(looks).hasValue(1);
  }

  private static InspectFile failing(Throwable fault) {
    return (declared, content) -> {
      switch (fault) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        default -> throw new AssertionError(fault);
      }
    };
  }
}
