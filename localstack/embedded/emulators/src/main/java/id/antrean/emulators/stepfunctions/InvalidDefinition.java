package id.antrean.emulators.stepfunctions;

/** A state machine that the local stack cannot interpret; the message names the state. */
public final class InvalidDefinition extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidDefinition(String message) {
    super(message);
  }

  static InvalidDefinition in(String state, String message) {
    return new InvalidDefinition("State '" + state + "': " + message);
  }
}
