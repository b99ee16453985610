package id.antrean.stack.deploy;

import id.antrean.stack.template.Section;
import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** AWS::KMS::Key, found again over restarts by an alias. */
final class KeyDeployer implements Deployer {
  private final KmsClient kms;

  KeyDeployer(KmsClient kms) {
    this.kms = kms;
  }

  @Override
  public String type() {
    return "AWS::KMS::Key";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring("EnableKeyRotation", "KeyPolicy", "PendingWindowInDays", "Tags");
    KeyMetadata key = make(Naming.physical(logicalId), properties.text("Description").orElse(""));
    return new Deployed(logicalId, type(), key.keyId(), Map.of("Arn", key.arn(), "KeyId", key.keyId()));
  }

  private KeyMetadata make(String name, String description) {
    String alias = "alias/" + name;
    try {
      return kms.describeKey(request -> request.keyId(alias)).keyMetadata();
    } catch (NotFoundException e) {
      KeyMetadata key = kms.createKey(request -> request.description(description)).keyMetadata();
      kms.createAlias(request -> request.aliasName(alias).targetKeyId(key.keyId()));
      return key;
    }
  }
}
