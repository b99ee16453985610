package id.antrean.cli.nativebuild;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.CodePackage;
import id.antrean.stack.function.NativeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A native package that was just made.
 *
 * @param programBytes of {@code bootstrap}, unpacked
 * @param packageBytes as it is uploaded
 * @param architecture nothing if Lambda has none like it
 */
public record BuiltPackage(
    String module,
    String time,
    String peak,
    long programBytes,
    long packageBytes,
    Optional<Architecture> architecture) {

  static BuiltPackage of(String module, BuildOutput.Image image, Path file) {
    try {
      CodePackage built = CodePackage.read(file);
      return new BuiltPackage(
          module,
          image.time(),
          image.peak(),
          built.programBytes(),
          Files.size(file),
          built.program().flatMap(NativeProgram::architecture));
    } catch (IOException e) {
      throw new CommandFailure("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /** What stands above the columns of {@link #row}. */
  static String heading() {
    return "  %-14s %10s %10s %12s %12s  %s"
        .formatted("", "time", "peak", "program", "package", "for");
  }

  /** A line of a table. */
  String row() {
    return "  %-14s %10s %10s %9.1f MB %9.1f MB  %s"
        .formatted(
            module,
            time,
            peak,
            programBytes / 1e6,
            packageBytes / 1e6,
            architecture.map(Object::toString).orElse("no processor of Lambda"));
  }
}
