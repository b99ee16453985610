package id.antrean.simulation;

import id.antrean.domain.Unavailable;
import id.antrean.memory.Calls;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All invocations that are going on, one of which runs at a time. Each stands before its next call
 * of a port until it is let go on; in between, nothing of the world can change under it.
 */
final class Interleaving implements Calls {
  private final Story story;
  private final boolean remembering;
  private @Nullable Actor running;

  /**
   * @param remembering whether actors keep a digest of what they heard, for the exploration
   */
  Interleaving(Story story, boolean remembering) {
    this.story = story;
    this.remembering = remembering;
  }

  /** Brings a new one to its first call. */
  void begin(Actor actor) {
    running = actor;
    actor.begin();
    running = null;
  }

  /** Lets one make its call and go on to the next; answers whether it has ended. */
  boolean go(Actor actor, Fate fate) {
    running = actor;
    actor.go(fate);
    running = null;
    return actor.ended();
  }

  @Override
  public <T> T make(String port, Supplier<T> work) {
    Actor actor = running;
    if (actor == null) {
      return work.get();
    }
    Fate fate = actor.awaitTurn(port);
    return switch (fate) {
      case DONE -> answered(actor, port, work.get());
      case NOT_REACHED -> {
        actor.hears(-1);
        story.tell(actor, port, () -> "does not reach the store");
        throw new Unavailable(port);
      }
      case ANSWER_LOST -> {
        actor.hears(-2);
        T lost = work.get();
        story.tell(actor, port, () -> "happens, its answer is lost: " + Story.words(lost));
        throw new Unavailable(port);
      }
      case CRASH_BEFORE -> {
        story.tell(actor, port, () -> "CRASH before it");
        throw new Actor.Crash();
      }
      case CRASH_AFTER -> {
        T unheard = work.get();
        story.tell(actor, port, () -> "happens, then CRASH: " + Story.words(unheard));
        throw new Actor.Crash();
      }
    };
  }

  private <T> T answered(Actor actor, String port, T answer) {
    if (remembering) {
      actor.hears(answer.hashCode());
    }
    story.answer(actor, port, answer);
    return answer;
  }
}
