package id.antrean.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.document.InspectedFile;
import id.antrean.memory.Samples;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final Actor UPLOADS = new Actor.Service("uploads");

  @Test
  void everythingThatHappenedInOneStepIsTold() {
    Application before = Samples.ready("siti");
    Application after =
        before.inspected(
            before.dossier().documents().stream().map(it -> new InspectedFile(it, null)).toList(),
            UPLOADS,
            Samples.NOW);
    Story story = Story.told();

    story.step(before, after);

    assertThat(story.lines())
        .singleElement()
        .asString()
        .startsWith("siti v" + after.version() + " READY: ")
        .contains(
            before.dossier().documents().stream()
                .map(it -> "DocumentVerified[document=" + it.kind() + "]")
                .toList());
  }

  @Test
  void aFenceIsTold() {
    Application before = Samples.ready("siti");
    Story story = Story.told();

    story.step(before, before.fence());

    assertThat(story.lines()).singleElement().asString().endsWith("READY: nothing to tell");
  }
}
