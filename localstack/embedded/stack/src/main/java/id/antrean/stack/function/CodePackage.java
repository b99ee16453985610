package id.antrean.stack.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A code package as it lies on the disk. A program in it may be as large as it likes: it is never
 * read into memory as a whole.
 *
 * @param flavour what is in it, whatever its folder is called
 * @param program what its program says of itself; nothing of classes, or of a script
 */
public record CodePackage(Path file, Flavour flavour, Optional<NativeProgram> program) {
  /** What Lambda starts of a package that brings its own runtime. */
  static final String BOOTSTRAP = "bootstrap";

  /** Looks into a package, of which nothing is unpacked but the beginning of the program. */
  public static CodePackage read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry bootstrap = zip.getEntry(BOOTSTRAP);
      if (bootstrap == null) {
        return new CodePackage(file, Flavour.JVM, Optional.empty());
      }
      try (InputStream in = zip.getInputStream(bootstrap)) {
        byte[] header = in.readNBytes(NativeProgram.HEADER);
        return new CodePackage(file, Flavour.NATIVE, NativeProgram.read(header));
      }
    }
  }

  /** Writes the program of a native package into a file. */
  public void unpackProgram(Path target) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(BOOTSTRAP))) {
      Files.copy(in, target);
    }
  }

  /** Bytes of the program of a native package, unpacked. */
  public long programBytes() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(BOOTSTRAP).getSize();
    }
  }

  /**
   * Why it cannot be run on this machine as what the template takes it for, in a sentence; nothing
   * if it can.
   */
  Optional<String> refusal(Flavour wanted) {
    if (flavour != wanted) {
      return Optional.of(
          "%s is a %s package, and the template runs it as a %s one"
              .formatted(file, flavour, wanted));
    }
    Optional<Architecture> built = program.flatMap(NativeProgram::architecture);
    return built.isEmpty() || built.equals(Architecture.here())
        ? Optional.empty()
        : Optional.of(
            "%s is a program for %s, which this machine is not".formatted(file, built.get()));
  }
}
