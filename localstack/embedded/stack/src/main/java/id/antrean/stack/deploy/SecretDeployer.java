package id.antrean.stack.deploy;

import id.antrean.emulators.secrets.SecretString;
import id.antrean.emulators.secrets.Secrets;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.util.Map;

/** AWS::SecretsManager::Secret: given, or generated at the first start. */
final class SecretDeployer implements Deployer {
  static final String TYPE = "AWS::SecretsManager::Secret";
  private static final int DEFAULT_LENGTH = 32;

  private final Secrets secrets;

  SecretDeployer(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring("Description", "KmsKeyId", "Tags");
    String name = properties.text("Name").orElse(Naming.physical(logicalId));
    SecretString first =
        properties
            .section("GenerateSecretString")
            .map(SecretDeployer::generated)
            .or(() -> properties.text("SecretString").map(SecretString.Given::new))
            .orElseThrow(() -> new TemplateException(properties.place(), "has no value"));
    String arn = secrets.define(name, first);
    return new Deployed(logicalId, type(), arn, Map.of("Id", arn));
  }

  private static SecretString generated(Section section) {
    try {
      return new SecretString.Generated(
          section.text("SecretStringTemplate"),
          section.text("GenerateStringKey"),
          section.whole("PasswordLength").orElse(DEFAULT_LENGTH),
          section.flag("ExcludePunctuation", false),
          section.text("ExcludeCharacters").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new TemplateException(section.place(), String.valueOf(e.getMessage()));
    }
  }
}
