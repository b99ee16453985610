package id.antrean.cli.packages;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.CodePackage;
import id.antrean.stack.function.NativeProgram;
import id.antrean.stack.function.NeededGlibc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a native program can be started by Lambda's provided.al2023. */
final class FitForLambda {
  /** Of its C library. */
  private static final String GLIBC = "2.34";

  private FitForLambda() {}

  /**
   * The processor that a native package is for.
   *
   * @throws CommandFailure if Lambda cannot start it; says why
   */
  static Architecture architecture(CodePackage one) {
    NativeProgram program =
        one.program()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        one.file()
                            + " holds no program for Linux: build it there, or in a container."));
    Optional<String> glibc = neededGlibc(one);
    if (glibc.isPresent() && !NeededGlibc.isEnough(GLIBC, glibc.get())) {
      throw new CommandFailure(
          """
          %s needs glibc %s, and Lambda's provided.al2023 has %s: build it on an older Linux, or in \
          a container (./antrean native --container).\
          """
              .formatted(one.file(), glibc.get(), GLIBC));
    }
    return program
        .architecture()
        .orElseThrow(
            () -> new CommandFailure(one.file() + " is for a processor that Lambda has not."));
  }

  private static Optional<String> neededGlibc(CodePackage one) {
    try {
      Path folder = Files.createTempDirectory("antrean-program");
      Path program = folder.resolve("bootstrap");
      try {
        one.unpackProgram(program);
        return NeededGlibc.of(program);
      } finally {
        Files.deleteIfExists(program);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new CommandFailure("%s cannot be read: %s".formatted(one.file(), e.getMessage()));
    }
  }
}
