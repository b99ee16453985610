package id.antrean.simulation;

import id.antrean.domain.application.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An applicant's telephone: does one thing after the other, asks again when no answer comes, and
 * now and then asks twice because the first answer takes too long.
 */
final class Device implements Caller {
  private final String owner;
  private final boolean impatient;
  private final int mostTries;
  private final Deque<Wish> wishes;
  private int going;
  private int tries;

  /** What the owner wants; the function is asked and answers. */
  record Wish(String name, Supplier<? extends Outcome<?>> ask) {}

  /**
   * @param impatient whether it asks again while it waits
   * @param mostTries how often it asks for one thing before it gives up
   */
  Device(String owner, boolean impatient, int mostTries, List<Wish> wishes) {
    this.owner = owner;
    this.mostTries = mostTries;
    this.impatient = impatient;
    this.wishes = new ArrayDeque<>(wishes);
  }

  @Override
  public List<Call> next() {
    Wish wish = wishes.peek();
    boolean free = going == 0 || (impatient && going == 1);
    return wish == null || !free || tries >= mostTries
        ? List.of()
        : List.of(
            new Call(() -> owner + ": " + wish.name(), this::asks, () -> ask(wish), ended(wish)));
  }

  /** People go to sleep. */
  @Override
  public List<Call> nextInCalm() {
    return List.of();
  }

  private void asks() {
    going++;
    tries++;
  }

  private static void ask(Wish wish) {
    var _ = wish.ask().get();
  }

  private Consumer<Ending> ended(Wish wish) {
    return ending -> {
      going--;
      boolean over = ending.answered() || (tries >= mostTries && going == 0);
      if (over && Objects.equals(wishes.peek(), wish)) {
        wishes.remove();
        tries = 0;
      }
    };
  }

  @Override
  public int standing() {
    return (wishes.size() * 31 + going) * 31 + tries;
  }
}
