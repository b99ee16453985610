package id.antrean.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.emulators.keys.Keys;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

class KeysTest {

  private static final Map<String, String> CONTEXT = Map.of("application", "a1", "field", "nik");

  private static EmbeddedAws aws;
  private static KmsClient kms;
  private static String key = "";

  @BeforeAll
  static void start() {
    aws = EmbeddedAws.start(Settings.inMemory());
    kms = new Clients(aws).kms();
    key = aws.keys().define("IdentityNumberKey");
  }

  @AfterAll
  static void stop() {
    kms.close();
    aws.close();
  }

  @Test
  void aDataKeyOpensWithItsContextOnly() {
    var dataKey =
        kms.generateDataKey(
            given -> given.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
    assertThat(dataKey.plaintext().asByteArray()).hasSize(32);
    assertThat(dataKey.keyId()).isEqualTo(aws.keys().arn("IdentityNumberKey"));

    assertThat(
            kms.decrypt(
                    given ->
                        given.ciphertextBlob(dataKey.ciphertextBlob()).encryptionContext(CONTEXT))
                .plaintext())
        .isEqualTo(dataKey.plaintext());
    assertThatThrownBy(
            () ->
                kms.decrypt(
                    given ->
                        given
                            .ciphertextBlob(dataKey.ciphertextBlob())
                            .encryptionContext(Map.of("application", "a2", "field", "nik"))))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThatThrownBy(() -> kms.decrypt(given -> given.ciphertextBlob(dataKey.ciphertextBlob())))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void whatIsEncryptedIsDecryptedByAliasAndArnAndDiffersEachTime() {
    SdkBytes plain = SdkBytes.fromUtf8String("9901014107950001");

    SdkBytes one =
        kms.encrypt(given -> given.keyId("alias/IdentityNumberKey").plaintext(plain))
            .ciphertextBlob();
    SdkBytes other =
        kms.encrypt(given -> given.keyId(aws.keys().arn(key)).plaintext(plain)).ciphertextBlob();

    assertThat(one).isNotEqualTo(other);
    assertThat(kms.decrypt(given -> given.ciphertextBlob(one)).plaintext()).isEqualTo(plain);
    assertThat(kms.decrypt(given -> given.keyId(key).ciphertextBlob(other)).plaintext())
        .isEqualTo(plain);
  }

  @Test
  void anotherKeyIsRefused() {
    aws.keys().define("Another");
    SdkBytes sealed =
        kms.encrypt(given -> given.keyId(key).plaintext(SdkBytes.fromUtf8String("x")))
            .ciphertextBlob();

    assertThatThrownBy(
            () -> kms.decrypt(given -> given.keyId("alias/Another").ciphertextBlob(sealed)))
        .isInstanceOf(IncorrectKeyException.class);
    assertThatThrownBy(
            () ->
                kms.encrypt(given -> given.keyId("nobody").plaintext(SdkBytes.fromUtf8String("x"))))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> kms.decrypt(given -> given.ciphertextBlob(SdkBytes.fromUtf8String("rubbish"))))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void keysAreKept(@TempDir Path data) {
    String id = new Keys(Optional.of(data)).define("kept");

    assertThat(new Keys(Optional.of(data)).define("kept")).isEqualTo(id);
  }
}
