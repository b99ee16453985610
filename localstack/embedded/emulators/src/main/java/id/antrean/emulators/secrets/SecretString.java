package id.antrean.emulators.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Optional;

/** What a secret holds when it is made. */
public sealed interface SecretString {

  /** The text that the secret starts with. */
  String make();

  /** A given text. */
  record Given(String text) implements SecretString {
    @Override
    public String make() {
      return text;
    }
  }

  /**
   * {@code GenerateSecretString} of CloudFormation.
   *
   * @param template a JSON object to put the password into
   * @param key the member that takes the password; needs a template, and a template needs it
   * @param length how many characters
   * @param excludePunctuation without punctuation
   * @param excludeCharacters characters never used
   */
  record Generated(
      Optional<String> template,
      Optional<String> key,
      int length,
      boolean excludePunctuation,
      String excludeCharacters)
      implements SecretString {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS_AND_DIGITS =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** Refuses what CloudFormation refuses. */
    public Generated {
      if (template.isPresent() != key.isPresent()) {
        throw new IllegalArgumentException(
            "SecretStringTemplate and GenerateStringKey go together");
      }
      if (length < 1 || length > 4096) {
        throw new IllegalArgumentException("PasswordLength is not 1 to 4096: " + length);
      }
    }

    @Override
    public String make() {
      String password = password();
      if (template.isEmpty() || key.isEmpty()) {
        return password;
      }
      try {
        JsonNode document = JSON.readTree(template.get());
        if (document instanceof ObjectNode object) {
          return object.put(key.get(), password).toString();
        }
        throw new IllegalArgumentException("SecretStringTemplate is no JSON object");
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("SecretStringTemplate is no JSON", e);
      }
    }

    private String password() {
      int[] alphabet =
          (excludePunctuation ? LETTERS_AND_DIGITS : LETTERS_AND_DIGITS + PUNCTUATION)
              .chars()
              .filter(character -> excludeCharacters.indexOf(character) < 0)
              .toArray();
      if (alphabet.length == 0) {
        throw new IllegalArgumentException("ExcludeCharacters leaves no character");
      }
      return RANDOM
          .ints(length, 0, alphabet.length)
          .map(at -> alphabet[at])
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }
}
