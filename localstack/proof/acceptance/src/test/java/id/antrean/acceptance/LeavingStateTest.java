package id.antrean.acceptance;

import id.antrean.acceptance.stack.KeptFolder;
import id.antrean.acceptance.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packs what this version keeps, for {@link FormerVersionTest} of a later one: run it on the last
 * commit before the form of what is kept changes, with the file's name in {@code
 * ANTREAN_LEAVE_STATE}.
 */
@EnabledIfEnvironmentVariable(
    named = "ANTREAN_LEAVE_STATE",
    matches = ".+",
    disabledReason = "only the last version before a change of form leaves its state")
final class LeavingStateTest {
  @TempDir Path data;

  @Test
  void of_people_in_the_middle_of_their_applications() throws IOException {
    KeptFolder folder = new KeptFolder(data);
    folder.beginAt(KeptLives.MORNING);
    Instant left;
    try (RunningStack running = RunningStack.keptIn(data)) {
      Stack stack = new Stack(running);
      new KeptLives(stack).begin();
      left = stack.sandbox().now().toInstant();
    }
    folder.pack(left, Path.of(System.getenv("ANTREAN_LEAVE_STATE")));
  }
}
