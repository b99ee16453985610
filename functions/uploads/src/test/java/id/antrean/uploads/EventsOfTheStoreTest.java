package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.domain.document.Document.State;
import id.antrean.domain.document.Inspection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store says of a file that arrived: each event is a line, each stranger an alarm. */
class EventsOfTheStoreTest {
  private final House house = new House();

  private String log() {
    return house.log.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachFileOfAnEventIsALineWithItsDocument() {
    String card = house.sends("ID_CARD", "a card");
    String diploma = house.sends("DIPLOMA", "a diploma");
    house.log.reset();

    house.event(House.arrivals(card, diploma));

    assertThat(log().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"source\":\"uploads\""))
        .allMatch(line -> line.contains("\"applicationId\":\"" + House.ID + "\""))
        .allMatch(line -> line.contains("\"requestId\":\"m-1\""))
        .allMatch(line -> line.contains("\"outcome\":\"done\""));
    assertThat(log()).contains("\"documentId\":\"" + card, "\"documentId\":\"" + diploma);
  }

  @Test
  void theStoresTestIsALineToo() {
    house.event("{\"Event\":\"s3:TestEvent\"}");

    assertThat(log()).contains("\"outcome\":\"ignored\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"Event\":\"s3:Other\"}', message-unknown",
    "'{\"Records\":{}}', message-unknown",
    "'{\"Records\":[{\"s3\":{\"object\":{\"key\":\"x\"}}}]}', upload-key-unknown"
  })
  void whatIsNotUnderstoodIsCalledByItsName(String body, String event) {
    house.event(body);

    assertThat(log()).contains("\"event\":\"" + event + "\"", "\"level\":\"ERROR\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incoming/%s/%s/x",
        "incoming/%s",
        "arriving/%s/%s",
        "incoming/short/%2$s",
        "incoming/%s/short",
        "/incoming/%s/%s"
      })
  void aKeyOfAnotherShapeIsNotOursAndKeepsNoOtherFromBeingLookedInto(String key) {
    String id = house.sends("ID_CARD", "a card");
    String stranger = "{\"s3\":{\"object\":{\"key\":\"" + key.formatted(House.ID, id) + "\"}}},";

    house.event(House.arrivals(id).replace("[", "[" + stranger));

    assertThat(log()).contains("upload-key-unknown");
    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
  }

  @Test
  void whereOurOwnIsAllThatCameThereIsNoAlarm() {
    String id = house.sends("ID_CARD", "a card");

    house.event(House.arrivals(id));

    assertThat(log()).doesNotContain("ERROR");
  }

  @Test
  void anEventWithoutACountHasComeForTheFirstTime() {
    house.inspect =
        (type, content) -> {
          throw new OutOfMemoryError();
        };
    String id = house.sends("ID_CARD", "a card");
    SQSMessage message = new SQSMessage();
    message.setMessageId("m-2");
    message.setBody(House.arrivals(id));

    assertThat(house.comesAgain(message)).containsExactly("m-2");
    message.setAttributes(Map.of("SentTimestamp", "1"));
    assertThat(house.comesAgain(message)).containsExactly("m-2");
    assertThat(house.document(id).state()).isEqualTo(State.AWAITING_UPLOAD);
  }

  @Test
  void filesThatComeTogetherAreOneStepOfTheirApplication() {
    String card = house.declare("ID_CARD", "a card").id();
    String family = house.declare("FAMILY_CARD", "a family card").id();
    house.arrive(card, "a card");
    house.arrive(family, "another family card");
    int version = house.application().version();

    assertThat(house.comesAgain(tells("m-1", card), tells("m-2", family))).isEmpty();

    assertThat(house.application().version()).isEqualTo(version + 1);
    assertThat(house.document(card).state()).isEqualTo(State.VERIFIED);
    assertThat(house.document(family).state()).isEqualTo(State.REJECTED);
  }

  @Test
  void onlyTheMessagesOfWhatCouldNotBeDoneComeAgain() {
    house.inspect =
        (type, content) -> {
          if (content.length == 6) {
            throw new OutOfMemoryError();
          }
          return new Inspection.Sound();
        };
    String card = house.sends("ID_CARD", "a card");
    String family = house.sends("FAMILY_CARD", "a family card");

    assertThat(
            house.comesAgain(
                tells("m-1", card),
                tells("m-2", family),
                House.message("m-3", "{\"Event\":\"s3:TestEvent\"}", 1),
                House.message("m-4", "no event", 1)))
        .containsExactly("m-1");

    assertThat(house.document(family).state()).isEqualTo(State.VERIFIED);
  }

  @Test
  void whileTheApplicationIsOvertakenAllOfItsMessagesComeAgain() {
    String card = house.sends("ID_CARD", "a card");
    String family = house.sends("FAMILY_CARD", "a family card");
    house.isOvertaken(5);

    assertThat(house.comesAgain(tells("m-1", card), tells("m-2", family)))
        .containsExactly("m-1", "m-2");
  }

  @Test
  void whatThereIsNoTimeForComesAgainAndWhatWasLookedIntoIsDecided() {
    house.inspect =
        (type, content) -> {
          house.world.pass(Duration.ofSeconds(12));
          return new Inspection.Sound();
        };
    String card = house.sends("ID_CARD", "a card");
    String family = house.sends("FAMILY_CARD", "a family card");

    assertThat(house.comesAgain(tells("m-1", card), tells("m-2", family))).containsExactly("m-2");

    assertThat(house.document(card).state()).isEqualTo(State.VERIFIED);
    assertThat(house.document(family).state()).isEqualTo(State.AWAITING_UPLOAD);
  }

  @Test
  void aFileThatIsToldOfTwiceIsLookedIntoOnce() {
    String card = house.sends("ID_CARD", "a card");
    int entries = house.application().timeline().size();

    assertThat(house.comesAgain(House.message("m-1", House.arrivals(card), 2), tells("m-2", card)))
        .isEmpty();

    assertThat(house.application().timeline().size()).isEqualTo(entries + 1);
  }

  /** For the first time. */
  private static SQSMessage tells(String messageId, String document) {
    return House.message(messageId, House.arrivals(document), 1);
  }
}
