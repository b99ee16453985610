package id.antrean.stack.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client for Java: what AWS's own runtime brings, and a function's package
 * therefore lacks. It speaks to the Runtime API through a native library, which is there for Linux
 * alone.
 */
final class RuntimeClient {
  static final String MAIN = AWSLambda.class.getName();

  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "aarch_64", "arm64", "aarch_64");

  private final Path folder;

  /**
   * @param folder where its native library is unpacked
   */
  RuntimeClient(Path folder) {
    this.folder = folder;
  }

  static boolean isSupported() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        && ARCHITECTURES.containsKey(System.getProperty("os.arch"));
  }

  /** The client and what it needs. */
  List<Path> jars() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(RuntimeClient::jarOf)
        .toList();
  }

  /** Left to itself, every process writes the library to one file of /tmp, under others' feet. */
  String nativeLibraryOption() throws IOException {
    return "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
        + nativeLibrary();
  }

  private Path nativeLibrary() throws IOException {
    String libc = isMusl() ? "linux_musl-" : "linux-";
    String name =
        "libaws-lambda-jni." + libc + ARCHITECTURES.get(System.getProperty("os.arch")) + ".so";
    // With the client's version in its path: another version has another library.
    Path target = folder.resolve(jarOf(AWSLambda.class).getFileName() + "-" + name);
    if (!Files.exists(target)) {
      try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
        if (in == null) {
          throw new IOException("the runtime interface client has no " + name);
        }
        Path fresh = Files.createTempFile(Files.createDirectories(folder), "new", ".tmp");
        Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return target;
  }

  private static boolean isMusl() throws IOException {
    try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
      return libraries.anyMatch(file -> file.getFileName().toString().startsWith("ld-musl"));
    }
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
