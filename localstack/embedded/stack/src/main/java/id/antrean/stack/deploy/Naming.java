package id.antrean.stack.deploy;

import id.antrean.stack.template.Template;
import java.util.Locale;

/** Physical names, where the template gives none, and ARNs. */
final class Naming {
  private Naming() {}

  static String physical(String logicalId) {
    return Template.STACK_NAME + "-" + logicalId;
  }

  static String bucket(String logicalId) {
    return physical(logicalId).toLowerCase(Locale.ROOT);
  }

  static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + Template.REGION + ":" + Template.ACCOUNT + ":" + resource;
  }

  /** The function's own ARN, whichever of its versions or aliases is named. */
  static String unqualified(String functionArn) {
    return functionArn.replaceFirst("(:function:[^:]+):[^:]+$", "$1");
  }
}
