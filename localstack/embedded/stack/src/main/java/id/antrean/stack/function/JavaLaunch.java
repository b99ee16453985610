package id.antrean.stack.function;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JVM package of a function under AWS's runtime interface client, as {@code java25} does. */
final class JavaLaunch implements Launch {
  /** What a function's memory leaves to the heap, as AWS divides it. */
  private static final int HEAP_PERCENT = 85;

  private static final int SMALLEST_HEAP = 64;

  /** Out of memory it would crawl on until its time limit. */
  static final String EXIT_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

  private final CodePackages packages;
  private final RuntimeClient client;

  JavaLaunch(CodePackages packages, RuntimeClient client) {
    this.packages = packages;
    this.client = client;
  }

  @Override
  public Command of(FunctionSpec spec) throws IOException {
    CodePackages.Unpacked code = packages.unpacked(spec.code());
    int heap = Math.max(SMALLEST_HEAP, spec.memoryMegabytes() * HEAP_PERCENT / 100);
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx" + heap + "m");
    // As AWS's own java25 runtime is set: the quick compiler and the small collector. A second
    // look at bytecode that javac has just written is spared, because many start at once.
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote"));
    words.add(EXIT_WITHOUT_MEMORY);
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add(client.nativeLibraryOption());
    // The client writes this folder into addresses as it stands: a blank in it has to be encoded.
    words.add("-Duser.dir=" + code.root().toUri().getRawPath());
    words.add("-cp");
    words.add(
        Stream.of(Stream.of(code.root()), code.libraries().stream(), client.jars().stream())
            .flatMap(paths -> paths)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    words.add(RuntimeClient.MAIN);
    words.add(spec.handler());
    return new Command(List.copyOf(words), code.root());
  }
}
