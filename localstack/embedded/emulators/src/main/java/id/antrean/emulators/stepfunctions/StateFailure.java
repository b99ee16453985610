package id.antrean.emulators.stepfunctions;

/** A state that failed with an error that retriers and catchers can name. */
final class StateFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;

  StateFailure(String error, String cause) {
    super(cause, null, false, false);
    this.error = error;
  }

  static StateFailure runtime(String cause) {
    return new StateFailure("States.Runtime", cause);
  }

  String error() {
    return error;
  }

  String cause() {
    return String.valueOf(getMessage());
  }
}
