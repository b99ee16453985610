package id.antrean.stack.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A package that brings its own runtime, as {@code provided.al2023} starts it. */
final class NativeLaunch implements Launch {
  /**
   * As a native program does by itself on Lambda, where it finds no more memory than is its own.
   */
  private static final int HEAP_PERCENT = 80;

  private final CodePackages packages;

  NativeLaunch(CodePackages packages) {
    this.packages = packages;
  }

  @Override
  public Command of(FunctionSpec spec) throws IOException {
    Path code = packages.unpacked(spec.code()).root();
    String heap = "-Xmx%dm".formatted(spec.memoryMegabytes() * HEAP_PERCENT / 100);
    return new Command(
        List.of(
            code.resolve(CodePackage.BOOTSTRAP).toString(), heap, JavaLaunch.EXIT_WITHOUT_MEMORY),
        code);
  }
}
