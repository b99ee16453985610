package id.antrean.simulation;

import java.util.List;

/** Something that is done now and then, a number of times, answered or not: a sweep, an officer. */
final class Errand implements Caller {
  private final String name;
  private final Runnable work;
  private int left;

  Errand(String name, int times, Runnable work) {
    this.name = name;
    this.left = times;
    this.work = work;
  }

  @Override
  public List<Call> next() {
    return left == 0 ? List.of() : List.of(new Call(() -> name, () -> left--, work, ending -> {}));
  }

  @Override
  public List<Call> nextInCalm() {
    return List.of();
  }

  @Override
  public int standing() {
    return left;
  }
}
