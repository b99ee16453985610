package id.antrean.aws.identity;

import id.antrean.aws.Retry;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/** Data keys wrapped by KMS, good for identity numbers and nothing else. */
final class KmsDataKeys implements DataKeys {
  private static final Map<String, String> CONTEXT = Map.of("purpose", "nik");

  private final KmsClient kms;
  private final String keyId;

  KmsDataKeys(KmsClient kms, String keyId) {
    this.kms = kms;
    this.keyId = keyId;
  }

  @Override
  public DataKey toSeal() {
    GenerateDataKeyResponse made =
        Retry.with(
            "making a data key",
            () ->
                kms.generateDataKey(
                    generate ->
                        generate
                            .keyId(keyId)
                            .keySpec(DataKeySpec.AES_256)
                            .encryptionContext(CONTEXT)));
    return new DataKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
  }

  @Override
  public byte[] unwrap(byte[] wrapped) {
    return Retry.with(
            "opening a data key",
            () ->
                kms.decrypt(
                    decrypt ->
                        decrypt
                            .keyId(keyId)
                            .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                            .encryptionContext(CONTEXT)))
        .plaintext()
        .asByteArray();
  }
}
