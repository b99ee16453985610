package id.antrean.simulation;

import java.util.ArrayList;
import java.util.List;

/** One seed played to its end. */
final class Attempt {
  private static final int LONGEST = 220;

  private Attempt() {}

  /** What came of it. */
  sealed interface Verdict {}

  /** Every rule held. */
  record Held(int steps) implements Verdict {}

  /** A rule broke. */
  record Broken(String rule, String how, List<String> story) implements Verdict {}

  /** Plays it without a word. */
  static Verdict of(long seed, Mutant mutant) {
    return play(seed, mutant, Story.untold());
  }

  /** Plays the same again, told for a reader. */
  static Verdict told(long seed, Mutant mutant) {
    return play(seed, mutant, Story.told());
  }

  private static Verdict play(long seed, Mutant mutant, Story story) {
    Choices choices = Choices.seeded(seed);
    Schedule schedule = Plot.byChance(choices, mutant, story, seed);
    try {
      int longest = 10 + choices.number(LONGEST);
      for (int step = 0; step < longest; step++) {
        List<Happening> possible = schedule.possible();
        if (possible.isEmpty()) {
          break;
        }
        schedule.happens(choices.among(possible));
      }
      schedule.calm(choices.number(2) == 0);
      return new Held(schedule.steps());
    } catch (RuleBroken broken) {
      List<String> lines = new ArrayList<>(story.lines());
      lines.add("BROKEN: " + broken.getMessage());
      return new Broken(broken.rule(), String.valueOf(broken.getMessage()), lines);
    } finally {
      schedule.abandon();
    }
  }
}
