package id.antrean.stack.deploy;

import id.antrean.emulators.keys.Keys;
import id.antrean.stack.template.Section;
import java.util.Map;

/** AWS::KMS::Key, symmetric. */
final class KeyDeployer implements Deployer {
  private final Keys keys;

  KeyDeployer(Keys keys) {
    this.keys = keys;
  }

  @Override
  public String type() {
    return "AWS::KMS::Key";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "Description", "EnableKeyRotation", "KeyPolicy", "PendingWindowInDays", "Tags");
    String id = keys.define(Naming.physical(logicalId));
    return new Deployed(logicalId, type(), id, Map.of("Arn", keys.arn(id), "KeyId", id));
  }
}
