package id.antrean.stack.deploy;

import id.antrean.emulators.secrets.Rotations;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.time.Duration;
import java.util.Map;

/** AWS::SecretsManager::RotationSchedule: a function of the template rotates a secret of it. */
final class RotationScheduleDeployer implements Deployer {
  private static final String AT_ONCE = "RotateImmediatelyOnUpdate";

  private final Rotations rotations;
  private final Mentions mentions;

  RotationScheduleDeployer(Rotations rotations, Mentions mentions) {
    this.rotations = rotations;
    this.mentions = mentions;
  }

  @Override
  public String type() {
    return "AWS::SecretsManager::RotationSchedule";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    String secret = properties.required("SecretId");
    mentions.add(properties.place() + ".SecretId", secret, SecretDeployer.TYPE);
    String function = Naming.unqualified(properties.required("RotationLambdaARN"));
    mentions.add(properties.place() + ".RotationLambdaARN", function, FunctionDeployer.TYPE);
    if (properties.flag(AT_ONCE, true)) {
      throw new TemplateException(
          properties.place() + "." + AT_ONCE,
          "is not false, and the local stack rotates a secret when its time has come");
    }
    rotations.plan(secret, function, every(properties));
    return new Deployed(logicalId, type(), secret, Map.of());
  }

  private static Duration every(Section properties) {
    Section rules =
        properties
            .section("RotationRules")
            .orElseThrow(
                () -> new TemplateException(properties.place() + ".RotationRules", "is missing"));
    int days =
        rules
            .whole("AutomaticallyAfterDays")
            .orElseThrow(
                () ->
                    new TemplateException(rules.place() + ".AutomaticallyAfterDays", "is missing"));
    if (days < 1 || days > 1000) {
      throw new TemplateException(
          rules.place() + ".AutomaticallyAfterDays", "is not 1 to 1000: " + days);
    }
    return Duration.ofDays(days);
  }
}
