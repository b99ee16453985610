package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Unavailable;
import id.antrean.domain.document.Document.State;
import id.antrean.uploads.House.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What meets another change is decided anew, five times in all; then somebody has to ask again. */
class DecidingAnewTest {
  private final House house = new House();

  @Test
  void aDeclarationIsTriedFiveTimes() {
    house.isOvertaken(4);
    assertThat(house.declare("ID_CARD", "a card").status()).isEqualTo(201);

    house.isOvertaken(5);
    Reply reply = house.declare("FAMILY_CARD", "a family card");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body()).contains("/problems/overtaken");
    assertThat(house.application().dossier().documents()).hasSize(1);
  }

  @Test
  void whatIsTriedAnewSpendsNoMoreThanOnce() {
    for (int i = 0; i < 29; i++) {
      house.declare("ID_CARD", "a card");
    }
    house.isOvertaken(4);

    assertThat(house.declare("ID_CARD", "another card").status()).isEqualTo(201);
    assertThat(house.declare("ID_CARD", "a third card").status()).isEqualTo(429);
  }

  @Test
  void takingAFileBackIsTriedFiveTimes() {
    String card = house.upload("ID_CARD", "a card");
    String diploma = house.upload("DIPLOMA", "a diploma");

    house.isOvertaken(4);
    assertThat(house.remove(card, Map.of()).status()).isEqualTo(204);

    house.isOvertaken(5);
    assertThat(house.remove(diploma, Map.of()).status()).isEqualTo(409);
    assertThat(house.document(diploma).state()).isEqualTo(State.VERIFIED);
    assertThat(house.files.kept).hasSize(1);
  }

  @Test
  void aVerdictIsTriedFiveTimesAndThenItsEventComesAgain() {
    String id = house.sends("ID_CARD", "a card");
    house.isOvertaken(5);

    assertThatThrownBy(() -> house.verify(id)).isInstanceOf(Unavailable.class);
    assertThat(house.files.incoming).hasSize(1);

    house.isOvertaken(4);
    house.verify(id);
    assertThat(house.document(id).state()).isEqualTo(State.VERIFIED);
    assertThat(house.files.incoming).isEmpty();
  }

  @Test
  void aFileThatIsTakenBackJustBeforeItIsKeptIsNotKeptForEver() {
    String id = house.sends("ID_CARD", "a card");
    house.files.beforeKeep = () -> assertThat(house.remove(id, Map.of()).status()).isEqualTo(204);

    house.verify(id);
    assertThat(house.application().dossier().documents()).isEmpty();
    assertThat(house.files.kept).isEmpty();
    assertThat(house.files.incoming).isEmpty();
  }

  @Test
  void aFileThatIsDeclaredOtherwiseMeanwhileIsLookedIntoAsThat() {
    String id = house.sends("ID_CARD", "a card");
    house.faults.before(
        "save",
        () ->
            house.call(
                "siti",
                "POST",
                "/applications/{id}/documents",
                Map.of("id", House.ID.value()),
                House.declaration("ID_CARD", "image/png", "a card")
                    .replace("\"size\":6", "\"size\":7"),
                Map.of()));

    house.verify(id);

    assertThat(house.document(id).state()).isEqualTo(State.REJECTED);
  }
}
