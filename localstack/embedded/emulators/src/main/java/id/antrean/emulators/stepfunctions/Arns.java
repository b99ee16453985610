package id.antrean.emulators.stepfunctions;

/** The ARNs of machines and executions. */
final class Arns {

  private static final String PREFIX = "arn:aws:states:ap-southeast-3:000000000000:";

  private Arns() {}

  static String machine(String name) {
    return PREFIX + "stateMachine:" + name;
  }

  static String execution(String machine, String name) {
    return PREFIX + "execution:" + machine + ":" + name;
  }

  /** The last part, which is the name. */
  static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
