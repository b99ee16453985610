package id.antrean.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Where every decision of a schedule comes from: the same choices make the same schedule. */
interface Choices {

  /** One of what can happen next. */
  Happening among(List<Happening> possible);

  /** A number from 0 to below {@code bound}, for making up a world. */
  int number(int bound);

  /** By a seed; likelier things happen more often. */
  static Choices seeded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Choices() {
      @Override
      public Happening among(List<Happening> possible) {
        int all = 0;
        for (Happening happening : possible) {
          all += happening.weight();
        }
        int drawn = random.nextInt(all);
        for (Happening happening : possible) {
          drawn -= happening.weight();
          if (drawn < 0) {
            return happening;
          }
        }
        throw new IllegalStateException("weights do not add up");
      }

      @Override
      public int number(int bound) {
        return random.nextInt(bound);
      }
    };
  }
}
