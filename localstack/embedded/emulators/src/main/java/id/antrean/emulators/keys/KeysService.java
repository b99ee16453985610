package id.antrean.emulators.keys;

import static id.antrean.emulators.calls.JsonOperations.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.AwsError;
import id.antrean.emulators.calls.AwsService;
import id.antrean.emulators.calls.JsonOperations;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** KMS's protocol over {@link Keys}. A ciphertext names its key, so Decrypt needs no key id. */
public final class KeysService implements AwsService {

  private static final int KEY_ID_BYTES = 36;
  private static final int MOST_PLAINTEXT = 4096;

  private final Keys keys;
  private final JsonOperations operations;

  /** Speaks for these keys. */
  public KeysService(Keys keys) {
    this.keys = keys;
    this.operations =
        new JsonOperations(
            "KMS",
            Map.of(
                "GenerateDataKey", this::generateDataKey,
                "Encrypt", this::encrypt,
                "Decrypt", this::decrypt));
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    return operations.answer(call);
  }

  private JsonNode generateDataKey(JsonNode request) {
    MasterKey key = keys.find(text(request, "KeyId"));
    byte[] plaintext = MasterKey.randomBytes(dataKeyBytes(request));
    return answer(key)
        .put("CiphertextBlob", sealed(key, plaintext, request))
        .put("Plaintext", Base64.getEncoder().encodeToString(plaintext));
  }

  private static int dataKeyBytes(JsonNode request) {
    if (request.path("NumberOfBytes").isInt()) {
      return request.path("NumberOfBytes").intValue();
    }
    return switch (request.path("KeySpec").asText()) {
      case "AES_256" -> MasterKey.BYTES;
      case "AES_128" -> MasterKey.BYTES / 2;
      default ->
          throw AwsError.badRequest(
              "ValidationException", "KeySpec is AES_256 or AES_128, or give NumberOfBytes");
    };
  }

  private JsonNode encrypt(JsonNode request) {
    MasterKey key = keys.find(text(request, "KeyId"));
    byte[] plaintext = bytes(request, "Plaintext");
    if (plaintext.length > MOST_PLAINTEXT) {
      throw AwsError.badRequest("ValidationException", "Plaintext is longer than 4096 bytes");
    }
    return answer(key)
        .put("CiphertextBlob", sealed(key, plaintext, request))
        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private JsonNode decrypt(JsonNode request) {
    byte[] blob = bytes(request, "CiphertextBlob");
    MasterKey key = keyOf(blob);
    if (request.has("KeyId") && !keys.find(text(request, "KeyId")).id().equals(key.id())) {
      throw AwsError.badRequest(
          "IncorrectKeyException", "The key in KeyId did not encrypt this ciphertext");
    }
    byte[] sealed = new byte[blob.length - KEY_ID_BYTES];
    System.arraycopy(blob, KEY_ID_BYTES, sealed, 0, sealed.length);
    try {
      byte[] plaintext = key.open(sealed, context(request));
      return answer(key)
          .put("Plaintext", Base64.getEncoder().encodeToString(plaintext))
          .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  private MasterKey keyOf(byte[] blob) {
    if (blob.length < KEY_ID_BYTES) {
      throw invalid();
    }
    try {
      return keys.find(new String(blob, 0, KEY_ID_BYTES, StandardCharsets.US_ASCII));
    } catch (AwsError e) {
      throw invalid();
    }
  }

  private static AwsError invalid() {
    return AwsError.badRequest(
        "InvalidCiphertextException",
        "The ciphertext is damaged, or was made with another encryption context");
  }

  private static String sealed(MasterKey key, byte[] plaintext, JsonNode request) {
    byte[] sealed = key.seal(plaintext, context(request));
    byte[] blob = new byte[KEY_ID_BYTES + sealed.length];
    System.arraycopy(key.id().getBytes(StandardCharsets.US_ASCII), 0, blob, 0, KEY_ID_BYTES);
    System.arraycopy(sealed, 0, blob, KEY_ID_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(blob);
  }

  /** The context without regard to the order of its members. */
  private static byte[] context(JsonNode request) {
    Map<String, String> sorted = new TreeMap<>();
    request
        .path("EncryptionContext")
        .properties()
        .forEach(pair -> sorted.put(pair.getKey(), pair.getValue().asText()));
    ObjectNode canonical = JsonNodeFactory.instance.objectNode();
    sorted.forEach(canonical::put);
    return canonical.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JsonNode request, String member) {
    try {
      return Base64.getDecoder().decode(text(request, member));
    } catch (IllegalArgumentException e) {
      throw AwsError.badRequest("ValidationException", "'" + member + "' is no base64");
    }
  }

  private static ObjectNode answer(MasterKey key) {
    return JsonNodeFactory.instance.objectNode().put("KeyId", key.arn());
  }
}
