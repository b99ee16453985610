package id.antrean.simulation;

import id.antrean.memory.World;
import java.util.function.BiFunction;

/**
 * The protocol broken in one way, by what stands between the functions and the world: the product
 * has no code for it.
 *
 * @param how what is done wrongly
 */
record Mutant(String name, String how, BiFunction<Deployment, World, Deployment> change) {

  /** The product as it is. */
  static final Mutant NONE = new Mutant("none", "as it is", (deployed, world) -> deployed);

  Deployment in(Deployment deployed, World world) {
    return change.apply(deployed, world);
  }
}
