package id.antrean.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries everything that can happen in a scene, in every order: depth first, each path played from
 * the opening on, and none twice from the same standing. Standings are told apart by 64-bit
 * digests, as model checkers do that keep millions.
 */
final class Exploration {
  private final Scene scene;
  private final Mutant mutant;
  private final Set<Long> seen = new HashSet<>();
  private final List<Turn> path = new ArrayList<>();
  private long ends;

  /** A decision on the path: which of how many. */
  private record Turn(int chosen, int of) {}

  /**
   * What came of it.
   *
   * @param standings how many different ones there are
   * @param ends how many of them are ends, where the rules at rest were held against it
   * @param broken the story of the first path that breaks a rule; null when none does
   */
  record Result(long standings, long ends, Attempt.@Nullable Broken broken) {}

  Exploration(Scene scene, Mutant mutant) {
    this.scene = scene;
    this.mutant = mutant;
  }

  Result run() {
    do {
      Attempt.Broken broken = play();
      if (broken != null) {
        return new Result(seen.size(), ends, broken);
      }
    } while (turnBack());
    return new Result(seen.size(), ends, null);
  }

  /** Plays the path and goes on, always with the first choice, to an end or a known standing. */
  private Attempt.@Nullable Broken play() {
    Schedule schedule = scene.opens(mutant, Story.untold());
    try {
      follow(schedule);
      return null;
    } catch (RuleBroken broken) {
      return new Attempt.Broken(broken.rule(), String.valueOf(broken.getMessage()), tell());
    } finally {
      schedule.abandon();
    }
  }

  private void follow(Schedule schedule) {
    for (int depth = 0; ; depth++) {
      List<Happening> possible = schedule.possibleThatDiffer();
      if (possible.isEmpty()) {
        if (seen.add(schedule.standing())) {
          ends++;
          schedule.calm(false);
        }
        return;
      }
      if (depth == path.size()) {
        if (!seen.add(schedule.standing())) {
          return;
        }
        path.add(new Turn(0, possible.size()));
      }
      schedule.happens(possible.get(path.get(depth).chosen()));
    }
  }

  /** To the last decision that has another choice; false when all have been tried. */
  private boolean turnBack() {
    while (!path.isEmpty()) {
      Turn last = path.removeLast();
      if (last.chosen() + 1 < last.of()) {
        path.add(new Turn(last.chosen() + 1, last.of()));
        return true;
      }
    }
    return false;
  }

  private List<String> tell() {
    Story story = Story.told();
    Schedule schedule = scene.opens(mutant, story);
    try {
      for (Turn turn : path) {
        schedule.happens(schedule.possibleThatDiffer().get(turn.chosen()));
      }
      if (schedule.possibleThatDiffer().isEmpty()) {
        schedule.calm(false);
      }
    } catch (RuleBroken again) {
      story.tell(() -> "BROKEN: " + again.getMessage());
    } finally {
      schedule.abandon();
    }
    return story.lines();
  }
}
