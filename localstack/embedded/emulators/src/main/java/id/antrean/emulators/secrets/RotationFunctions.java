package id.antrean.emulators.secrets;

/** Calls the functions that rotate secrets. */
@FunctionalInterface
public interface RotationFunctions {

  /**
   * Hands a function one step of a rotation and waits until it has ended.
   *
   * @param event as Secrets Manager writes it
   * @return whether the function went well
   */
  boolean call(String functionArn, String event);
}
