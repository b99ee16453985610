package id.antrean.sandbox.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The issuer's RSA key, made at the first start and kept, so that tokens outlive a restart. */
final class SigningKey {
  private static final int BITS = 2048;

  private SigningKey() {}

  static RSAKey keptIn(Path folder) {
    Path file = folder.resolve("identity-key.json");
    try {
      if (Files.exists(file)) {
        return RSAKey.parse(Files.readString(file));
      }
      RSAKey key =
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyID(UUID.randomUUID().toString())
              .generate();
      keep(key, folder, file);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("The issuer's key cannot be kept in " + file, e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("The issuer's key in " + file + " is not usable", e);
    }
  }

  private static void keep(RSAKey key, Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "identity-key", ".tmp");
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(draft, key.toJSONString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
