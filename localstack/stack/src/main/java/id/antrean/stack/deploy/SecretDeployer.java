package id.antrean.stack.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** AWS::SecretsManager::Secret: given, or generated at the first start. */
final class SecretDeployer implements Deployer {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String PUNCTUATION = "!#$%&'()*+,-./:;<=>?@[]^_`{|}~";

  private final SecretsManagerClient secrets;
  private final SecureRandom random = new SecureRandom();

  SecretDeployer(SecretsManagerClient secrets) {
    this.secrets = secrets;
  }

  @Override
  public String type() {
    return "AWS::SecretsManager::Secret";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring("Description", "KmsKeyId", "Tags");
    String name = properties.text("Name").orElse(Naming.physical(logicalId));
    String value =
        properties
            .section("GenerateSecretString")
            .map(this::generate)
            .or(() -> properties.text("SecretString"))
            .orElseThrow(() -> new TemplateException(properties.place(), "has no value"));
    String arn = make(name, value);
    return new Deployed(logicalId, type(), arn, Map.of("Id", arn));
  }

  private String make(String name, String value) {
    try {
      return secrets.describeSecret(request -> request.secretId(name)).arn();
    } catch (ResourceNotFoundException e) {
      return secrets.createSecret(request -> request.name(name).secretString(value)).arn();
    }
  }

  private String generate(Section section) {
    String alphabet = LETTERS + DIGITS + (section.flag("ExcludePunctuation", false) ? "" : PUNCTUATION);
    String excluded = section.text("ExcludeCharacters").orElse("");
    String allowed =
        alphabet
            .chars()
            .filter(c -> excluded.indexOf(c) < 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    String password =
        IntStream.range(0, section.whole("PasswordLength").orElse(32))
            .mapToObj(i -> String.valueOf(allowed.charAt(random.nextInt(allowed.length()))))
            .collect(Collectors.joining());
    String template = section.text("SecretStringTemplate").orElse("");
    String key = section.text("GenerateStringKey").orElse("");
    return key.isEmpty() ? password : inTemplate(section, template, key, password);
  }

  private static String inTemplate(Section section, String template, String key, String password) {
    try {
      ObjectNode object = (ObjectNode) new ObjectMapper().readTree(template);
      return object.put(key, password).toString();
    } catch (JsonProcessingException | ClassCastException e) {
      throw new TemplateException(section.place() + ".SecretStringTemplate", "must be a JSON object");
    }
  }
}
